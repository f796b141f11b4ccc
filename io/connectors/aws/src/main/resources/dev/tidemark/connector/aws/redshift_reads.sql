-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0
SELECT date_trunc('hour', d.start_time) AS began_at,
       i."schema" AS schema_name,
       i."table" AS table_name,
       coalesce(u.user_name, cast(d.user_id AS varchar(16))) AS user_name,
       count(DISTINCT d.query_id) AS read_count
  FROM sys_query_detail d
  JOIN svv_table_info i ON i.table_id = d.table_id
  LEFT JOIN svv_user_info u ON u.user_id = d.user_id
 WHERE i."database" = :database
   AND trim(d.step_name) = 'scan'
   AND d.user_id > 1
   AND d.start_time >= cast(:since AS timestamp)
   AND d.start_time <= cast(:upper AS timestamp)
   AND coalesce(u.user_name, '') <> current_user
 GROUP BY 1, 2, 3, 4
 ORDER BY 1, 2, 3, 4
