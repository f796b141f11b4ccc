SELECT h.at_micros AS at_micros
  , sha2(concat(:salt, h.execution_status, '|', h.executed_by), 256) AS row_key
  , h.executed_by AS executed_by
  , CASE WHEN h.executed_by LIKE '%@%' THEN 'human' ELSE 'service' END AS executed_by_kind
  , h.execution_status AS execution_status
  , COUNT(*) AS statement_count
FROM (
  SELECT unix_micros(date_trunc('HOUR', q.start_time)) AS at_micros
    , q.executed_by AS executed_by
    , q.execution_status AS execution_status
  FROM system.query.history q
  WHERE q.start_time >= timestamp_micros(:from_micros) AND q.start_time < timestamp_micros(:to_micros)
    AND q.statement_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'MERGE', 'COPY')
    AND q.executed_by IS NOT NULL AND q.executed_by <> :own_name
    AND (:no_workspaces = 'true' OR q.workspace_id IN (#list(workspaces)))
) h
GROUP BY h.at_micros, h.execution_status, h.executed_by
