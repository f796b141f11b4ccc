SELECT concat(t.table_catalog, '/', lower(t.table_type)) AS row_key
  , t.table_catalog AS catalog_name
  , lower(t.table_type) AS table_type
  , COUNT(*) AS amount
FROM system.information_schema.tables t
WHERE t.table_schema <> 'information_schema' AND t.table_catalog <> 'system'
GROUP BY t.table_catalog, lower(t.table_type)
