SELECT e.full_name AS row_key
  , e.full_name AS full_name
  , e.catalog_name AS catalog_name
  , MAX(lower(e.table_type)) AS table_type
  , MAX(e.read_micros) AS read_micros
  , MAX(e.write_micros) AS write_micros
  , COUNT(DISTINCT e.upstream) AS upstream
FROM (
  SELECT r.source_table_full_name AS full_name, r.source_table_catalog AS catalog_name
    , r.source_type AS table_type, unix_micros(r.event_time) AS read_micros
    , CAST(NULL AS BIGINT) AS write_micros, CAST(NULL AS STRING) AS upstream
  FROM system.access.table_lineage r
  WHERE r.source_table_full_name IS NOT NULL AND r.event_time >= timestamp_micros(:since_micros)
  UNION ALL
  SELECT w.target_table_full_name, w.target_table_catalog
    , w.target_type, CAST(NULL AS BIGINT)
    , unix_micros(w.event_time), w.source_table_full_name
  FROM system.access.table_lineage w
  WHERE w.target_table_full_name IS NOT NULL AND w.event_time >= timestamp_micros(:since_micros)
) e
GROUP BY e.full_name, e.catalog_name
