-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0
SELECT count(*) AS table_count
  FROM svv_redshift_tables
 WHERE database_name = :database
   AND schema_name <> 'information_schema'
   AND schema_name NOT LIKE 'pg|_%' ESCAPE '|'
