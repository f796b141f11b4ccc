SELECT h.at_micros AS at_micros
  , sha2(concat(:salt, h.catalog_name, '|', h.reader), 256) AS row_key
  , h.catalog_name AS catalog_name
  , h.reader AS reader
  , CASE WHEN h.reader LIKE '%@%' THEN 'human' ELSE 'service' END AS reader_kind
  , COUNT(*) AS read_count
FROM (
  SELECT unix_micros(date_trunc('HOUR', l.event_time)) AS at_micros
    , l.source_table_catalog AS catalog_name
    , l.created_by AS reader
  FROM system.access.table_lineage l
  WHERE l.event_time >= timestamp_micros(:from_micros) AND l.event_time < timestamp_micros(:to_micros)
    AND l.source_table_full_name IS NOT NULL AND l.created_by IS NOT NULL
    AND (:no_workspaces = 'true' OR l.workspace_id IN (#list(workspaces)))
) h
GROUP BY h.at_micros, h.catalog_name, h.reader
