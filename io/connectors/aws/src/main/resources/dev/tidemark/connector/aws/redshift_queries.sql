-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0
SELECT began_at, user_name, superuser, status, sort, shape, count(*) AS statement_count
  FROM (SELECT date_trunc('hour', q.end_time) AS began_at,
               coalesce(u.user_name, cast(q.user_id AS varchar(16))) AS user_name,
               CASE WHEN u.superuser THEN 1 ELSE 0 END AS superuser,
               trim(q.status) AS status,
               CASE WHEN trim(q.query_type) IN
                         ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'MERGE', 'COPY', 'UNLOAD', 'CTAS') THEN 'use'
                    WHEN trim(q.query_type) = 'DDL' THEN 'change'
                    ELSE 'other' END AS sort,
               CASE WHEN trim(q.query_type) <> 'DDL' THEN 'kept'
                    WHEN lower(q.query_text) LIKE 'alter table%add column%' THEN 'added'
                    WHEN lower(q.query_text) LIKE 'alter table%drop column%' THEN 'gone'
                    WHEN lower(q.query_text) LIKE 'alter table%rename%' THEN 'gone'
                    WHEN lower(q.query_text) LIKE 'drop table%' THEN 'gone'
                    WHEN lower(q.query_text) LIKE 'drop view%' THEN 'gone'
                    ELSE 'kept' END AS shape
          FROM sys_query_history q
          LEFT JOIN svv_user_info u ON u.user_id = q.user_id
         WHERE trim(q.database_name) = :database
           AND trim(q.status) IN ('success', 'failed', 'canceled')
           AND q.user_id > 1
           AND q.end_time >= cast(:since AS timestamp)
           AND q.end_time <= cast(:upper AS timestamp)
           AND coalesce(u.user_name, '') <> current_user) statements
 GROUP BY began_at, user_name, superuser, status, sort, shape
 ORDER BY began_at, user_name, superuser, status, sort, shape
