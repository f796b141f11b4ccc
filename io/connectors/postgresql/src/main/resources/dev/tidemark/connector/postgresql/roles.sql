with known as (
  select ?::jsonb as calls, ?::jsonb as earlier,
    pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') as statistics),
sessions as materialized (
  select a.usesysid as role, count(*) as sessions
  from pg_stat_activity a
  where a.backend_type = 'client backend'
    and not (a.application_name = 'tidemark'
      and a.usesysid = (select oid from pg_roles where rolname = current_user))
  group by 1),
page as (
  select r.*, k.key
  from pg_roles r
    cross join lateral (select lpad(r.oid::text, 10, '0') as key) k
  where r.rolname !~ '^pg_' and k.key collate "C" > ? collate "C"
  order by k.key collate "C" limit ?)
select /* tidemark */ page.key, json_build_object(
    'role', page.oid::bigint,
    'login', page.rolcanlogin,
    'expired', coalesce(page.rolvaliduntil < now(), false),
    'connects', exists (
      select from pg_database d
      where d.oid = any (?::oid[]) and has_database_privilege(page.oid, d.oid, 'CONNECT')),
    'superuser', page.rolsuper,
    'createrole', page.rolcreaterole,
    'createdb', page.rolcreatedb,
    'replication', page.rolreplication,
    'bypassrls', page.rolbypassrls,
    'memberships', coalesce((
      select json_agg(distinct g.rolname)
      from pg_auth_members m join pg_roles g on g.oid = m.roleid
      where m.member = page.oid and g.rolname in (
        'pg_read_all_data', 'pg_write_all_data', 'pg_execute_server_program',
        'pg_read_server_files', 'pg_write_server_files', 'pg_signal_backend',
        'pg_maintain', 'pg_checkpoint', 'pg_create_subscription')), '[]'),
    'sessions', case when known.statistics then coalesce(sessions.sessions, 0) end,
    'calls', (known.calls ->> page.oid::text)::bigint,
    'ran_statements', coalesce((known.calls ->> page.oid::text)::bigint, 0)
      > (known.earlier ->> page.key)::bigint,
    'at', now())::text,
  coalesce((known.calls ->> page.oid::text)::bigint, 0) as calls
from page cross join known left join sessions on sessions.role = page.oid
order by page.key collate "C"
