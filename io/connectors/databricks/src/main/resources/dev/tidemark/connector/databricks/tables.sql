SELECT concat(t.table_catalog, '.', t.table_schema, '.', t.table_name) AS row_key
  , t.table_catalog AS catalog_name
  , t.table_schema AS schema_name
  , t.table_name AS table_name
  , lower(t.table_type) AS table_type
  , CASE WHEN t.table_owner IS NULL OR t.table_owner = '' THEN 'false' ELSE 'true' END AS owned
  , CASE WHEN t.comment IS NULL OR t.comment = '' THEN 'false' ELSE 'true' END AS commented
  , unix_micros(t.created) AS created_micros
  , coalesce(c.column_count, 0) AS column_count
  , coalesce(c.columns_described, 0) AS columns_described
  , coalesce(c.sensitive_columns, 0) AS sensitive_columns
  , coalesce(CASE WHEN f.table_name IS NULL THEN c.masked_columns ELSE c.sensitive_columns END, 0) AS protected_columns
  , g.own_class AS own_class
  , coalesce(c.strictest, 0) AS strictest
  , CASE WHEN g.certification = 'certified' THEN 'true' ELSE 'false' END AS certified
  , CASE WHEN g.retention IS NULL THEN 'false' ELSE 'true' END AS retention
  , coalesce(s.shares, 0) AS shares -- information_schema.table_share_usage
FROM system.information_schema.tables t
LEFT JOIN (
  SELECT n.table_catalog, n.table_schema, n.table_name
    , COUNT(*) AS column_count
    , SUM(CASE WHEN n.comment IS NULL OR n.comment = '' THEN 0 ELSE 1 END) AS columns_described
    , SUM(CASE WHEN k.strictness > 0 THEN 1 ELSE 0 END) AS sensitive_columns
    , SUM(CASE WHEN k.strictness > 0 AND m.column_name IS NOT NULL THEN 1 ELSE 0 END) AS masked_columns
    , MAX(k.strictness) AS strictest
  FROM system.information_schema.columns n
  LEFT JOIN (
    SELECT catalog_name, schema_name, table_name, column_name
      , MAX(CASE WHEN lower(tag_value) IN (#list(regulated)) THEN 3 ELSE 2 END) AS strictness
    FROM system.information_schema.column_tags
    WHERE tag_name LIKE 'class.%'
      OR (lower(tag_name) IN (#list(class_tags)) AND lower(tag_value) IN (#list(sensitive), #list(regulated)))
    GROUP BY catalog_name, schema_name, table_name, column_name
  ) k ON k.catalog_name = n.table_catalog AND k.schema_name = n.table_schema
    AND k.table_name = n.table_name AND k.column_name = n.column_name
  LEFT JOIN (
    SELECT DISTINCT table_catalog, table_schema, table_name, column_name
    FROM system.information_schema.column_masks
  ) m ON m.table_catalog = n.table_catalog AND m.table_schema = n.table_schema
    AND m.table_name = n.table_name AND m.column_name = n.column_name
  GROUP BY n.table_catalog, n.table_schema, n.table_name
) c ON c.table_catalog = t.table_catalog AND c.table_schema = t.table_schema AND c.table_name = t.table_name
LEFT JOIN (
  SELECT DISTINCT table_catalog, table_schema, table_name FROM system.information_schema.row_filters
) f ON f.table_catalog = t.table_catalog AND f.table_schema = t.table_schema AND f.table_name = t.table_name
LEFT JOIN (
  SELECT catalog_name, schema_name, table_name
    , MAX(CASE WHEN lower(tag_name) IN (#list(class_tags)) THEN
        CASE WHEN lower(tag_value) IN (#list(regulated)) THEN 3
          WHEN lower(tag_value) IN (#list(sensitive)) THEN 2
          WHEN lower(tag_value) = 'public' THEN 0
          ELSE 1 END
        END) AS own_class
    , MAX(CASE WHEN lower(tag_name) = 'system.certification_status' THEN lower(tag_value) END) AS certification
    , MAX(CASE WHEN lower(tag_name) IN (#list(retention_tags)) THEN tag_name END) AS retention
  FROM system.information_schema.table_tags
  GROUP BY catalog_name, schema_name, table_name
) g ON g.catalog_name = t.table_catalog AND g.schema_name = t.table_schema AND g.table_name = t.table_name
LEFT JOIN ( -- information_schema.table_share_usage
  SELECT catalog_name, schema_name, table_name, COUNT(DISTINCT share_name) AS shares -- information_schema.table_share_usage
  FROM system.information_schema.table_share_usage -- information_schema.table_share_usage
  GROUP BY catalog_name, schema_name, table_name -- information_schema.table_share_usage
) s ON s.catalog_name = t.table_catalog AND s.schema_name = t.table_schema AND s.table_name = t.table_name -- information_schema.table_share_usage
WHERE t.table_schema <> 'information_schema' AND t.table_catalog <> 'system'
