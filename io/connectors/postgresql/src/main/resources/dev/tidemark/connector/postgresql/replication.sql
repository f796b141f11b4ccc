with visible as (
  select pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') as statistics),
position as (
  select case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end
    as lsn),
standbys as (
  select count(*) as standbys,
    count(*) filter (where s.state = 'streaming') as streaming,
    max(case when s.replay_lsn >= s.sent_lsn then 0
      else extract(epoch from s.replay_lag) end) as lag_seconds,
    bool_or(s.replay_lsn is null or (s.replay_lsn < s.sent_lsn and s.replay_lag is null)) as unknown,
    max(pg_wal_lsn_diff(position.lsn, s.replay_lsn)) as lag_bytes
  from pg_stat_replication s cross join position),
slots as (
  select count(*) as slots,
    count(*) filter (where not s.active) as inactive,
    max(pg_wal_lsn_diff(position.lsn, s.restart_lsn)) as retained_bytes
  from pg_replication_slots s cross join position),
received as (
  select min(r.status) as status,
    max(extract(epoch from r.last_msg_receipt_time - r.last_msg_send_time)) as transport_seconds
  from pg_stat_wal_receiver r)
select /* tidemark */ 'replication' as key, json_build_object(
    'visible', visible.statistics,
    'in_recovery', pg_is_in_recovery(),
    'standbys', standbys.standbys,
    'standbys_streaming', case when visible.statistics then standbys.streaming end,
    'standby_lag_seconds', case when visible.statistics and standbys.standbys > 0
      and not standbys.unknown then standbys.lag_seconds end,
    'standby_lag_bytes', case when visible.statistics then standbys.lag_bytes end,
    'slots', slots.slots,
    'slots_inactive', slots.inactive,
    'slots_retained_bytes', slots.retained_bytes,
    'receiver_status', received.status,
    'receiver_transport_seconds', received.transport_seconds,
    'replay_lag_seconds', case when pg_is_in_recovery() then
      case when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() then 0
        else extract(epoch from now() - pg_last_xact_replay_timestamp()) end end,
    'at', now())::text
from visible cross join standbys cross join slots cross join received
where 'replication' > ? limit ?
