select /* tidemark */ json_build_object(
    'version', current_setting('server_version'),
    'version_number', current_setting('server_version_num')::int,
    'started_at', pg_postmaster_start_time(),
    'at', now(),
    'in_recovery', pg_is_in_recovery(),
    'replay_lag_seconds', case when pg_is_in_recovery() then
      case when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() then 0
        else extract(epoch from now() - pg_last_xact_replay_timestamp()) end end,
    'superuser', (select rolsuper from pg_roles where rolname = current_user),
    'reads_statistics', pg_has_role(current_user, 'pg_read_all_stats', 'USAGE'),
    'roles', (select count(*) from pg_roles where rolname !~ '^pg_'),
    'max_connections', current_setting('max_connections')::int)::text
