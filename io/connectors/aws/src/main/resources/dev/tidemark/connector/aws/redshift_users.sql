-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0
SELECT user_id AS user_id,
       user_name AS user_name,
       CASE WHEN superuser THEN 1 ELSE 0 END AS superuser,
       CASE WHEN createdb THEN 1 ELSE 0 END AS creates_databases
  FROM svv_user_info
 WHERE user_id > 1
 ORDER BY user_id
