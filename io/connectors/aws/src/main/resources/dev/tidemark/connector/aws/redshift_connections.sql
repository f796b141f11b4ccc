-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0
SELECT began_at, user_name, succeeded, strong, count(*) AS login_count
  FROM (SELECT date_trunc('hour', record_time) AS began_at,
               trim(user_name) AS user_name,
               CASE WHEN trim(event) = 'authenticated' THEN 1 ELSE 0 END AS succeeded,
               CASE WHEN upper(auth_method) LIKE '%IAM%' OR trim(plugin_name) <> '' THEN 1 ELSE 0 END AS strong
          FROM sys_connection_log
         WHERE trim(database_name) = :database
           AND trim(event) IN ('authenticated', 'authentication failure')
           AND trim(user_name) NOT IN ('rdsdb', current_user)
           AND record_time >= cast(:since AS timestamp)
           AND record_time <= cast(:upper AS timestamp)) logins
 GROUP BY began_at, user_name, succeeded, strong
 ORDER BY began_at, user_name, succeeded, strong
