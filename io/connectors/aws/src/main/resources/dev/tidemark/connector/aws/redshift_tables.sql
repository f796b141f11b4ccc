-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0
SELECT t.schema_name AS schema_name,
       t.table_name AS table_name,
       lower(t.table_type) AS table_type,
       CASE WHEN trim(t.remarks) <> '' THEN 1 ELSE 0 END AS commented,
       CASE WHEN u.user_name IS NULL THEN NULL WHEN u.superuser THEN 0 ELSE 1 END AS owned,
       coalesce(c.column_count, 0) AS column_count,
       coalesce(c.columns_described, 0) AS columns_described,
       coalesce(s.shares, 0) AS shares
  FROM svv_redshift_tables t
  LEFT JOIN svv_user_info u ON u.user_name = t.table_owner
  LEFT JOIN (SELECT schema_name, table_name, count(*) AS column_count,
                    sum(CASE WHEN trim(remarks) <> '' THEN 1 ELSE 0 END) AS columns_described
               FROM svv_redshift_columns
              WHERE database_name = :database
              GROUP BY schema_name, table_name) c
    ON c.schema_name = t.schema_name AND c.table_name = t.table_name
  LEFT JOIN (SELECT o.object_name, count(DISTINCT o.share_name) AS shares
               FROM svv_datashare_objects o
               JOIN svv_datashare_consumers r ON r.share_name = o.share_name
              WHERE o.share_type = 'OUTBOUND' AND r.consumer_account <> :account
              GROUP BY o.object_name) s
    ON s.object_name = t.schema_name || '.' || t.table_name
 WHERE t.database_name = :database
   AND t.schema_name <> 'information_schema'
   AND t.schema_name NOT LIKE 'pg|_%' ESCAPE '|'
 ORDER BY t.schema_name, t.table_name
