-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0
SELECT count(*) AS table_count,
       cast(coalesce(sum(tbl_rows), 0) AS bigint) AS row_count,
       cast(coalesce(sum(size), 0) AS bigint) AS megabytes
  FROM svv_table_info
 WHERE "database" = :database
