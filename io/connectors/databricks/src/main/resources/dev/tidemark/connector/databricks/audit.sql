SELECT h.at_micros AS at_micros
  , sha2(concat(:salt, h.service_name, '|', h.action_name, '|', h.actor, '|', h.succeeded), 256) AS row_key
  , h.service_name AS service_name
  , h.action_name AS action_name
  , h.actor AS actor
  , CASE WHEN h.actor LIKE '%@%' THEN 'human' ELSE 'service' END AS actor_kind
  , h.succeeded AS succeeded
  , COUNT(*) AS event_count
FROM (
  SELECT unix_micros(date_trunc('HOUR', a.event_time)) AS at_micros
    , a.service_name AS service_name
    , a.action_name AS action_name
    , a.user_identity.email AS actor
    , CASE WHEN a.response.status_code < 400 THEN 'true' ELSE 'false' END AS succeeded
  FROM system.access.audit a
  WHERE a.event_time >= timestamp_micros(:from_micros) AND a.event_time < timestamp_micros(:to_micros)
    AND a.user_identity.email IS NOT NULL
    AND ((a.service_name = 'accounts' AND a.action_name IN ('login', 'samlLogin', 'aadBrowserLogin',
        'oidcBrowserLogin', 'mfaLogin', 'tokenLogin', 'aadTokenLogin', 'jwtLogin', 'oidcTokenAuthorization'))
      OR (a.service_name = 'unityCatalog' AND a.action_name IN ('createCatalog', 'updateCatalog',
        'deleteCatalog', 'createSchema', 'updateSchema', 'deleteSchema', 'createTable', 'updateTables',
        'deleteTable', 'createVolume', 'updateVolume', 'deleteVolume', 'updatePermissions')))
    AND (:no_workspaces = 'true' OR a.workspace_id IN (#list(workspaces), '0'))
) h
GROUP BY h.at_micros, h.service_name, h.action_name, h.actor, h.succeeded
