-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0
SELECT query_id, trim(status) AS state, trim(table_name) AS table_name,
       start_time AS started_at, end_time AS completed_at,
       coalesce(loaded_rows, 0) AS loaded_rows, coalesce(error_count, 0) AS error_count
  FROM sys_load_history
 WHERE trim(database_name) = :database
   AND start_time >= cast(:since AS timestamp)
   AND start_time <= cast(:upper AS timestamp)
 ORDER BY start_time, query_id
