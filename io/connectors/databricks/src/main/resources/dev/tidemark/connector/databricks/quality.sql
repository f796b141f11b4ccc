SELECT unix_micros(d.event_time) AS at_micros
  , sha2(concat(d.catalog_name, '.', d.schema_name, '.', d.table_name), 256) AS row_key
  , d.catalog_name AS catalog_name
  , d.schema_name AS schema_name
  , d.table_name AS table_name
  , d.status AS status
  , d.freshness.status AS freshness
  , d.completeness.status AS completeness
FROM system.data_quality_monitoring.table_results d
WHERE d.event_time >= timestamp_micros(:from_micros) AND d.event_time < timestamp_micros(:to_micros)
