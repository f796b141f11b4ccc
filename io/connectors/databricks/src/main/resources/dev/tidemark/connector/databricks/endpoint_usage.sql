SELECT e.endpoint_name AS row_key
  , e.endpoint_name AS endpoint_name
  , COUNT(*) AS request_count
  , SUM(CASE WHEN u.status_code >= 400 THEN 1 ELSE 0 END) AS failure_count
  , MAX(unix_micros(u.request_time)) AS last_micros
FROM system.serving.endpoint_usage u
JOIN (
  SELECT DISTINCT served_entity_id, endpoint_name, workspace_id FROM system.serving.served_entities
) e ON e.served_entity_id = u.served_entity_id
WHERE u.request_time >= timestamp_micros(:since_micros)
  AND (:no_workspaces = 'true' OR e.workspace_id IN (#list(workspaces)))
GROUP BY e.endpoint_name
