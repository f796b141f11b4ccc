with readable as (
  select pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') as statistics),
page as (
  select d.oid, d.datname, d.encoding, d.datdba, k.key
  from pg_database d
    cross join lateral (select #encoded(d.datname) || '.' as key) k
  where d.oid = any (?::oid[]) and k.key collate "C" > ? collate "C"
  order by k.key collate "C" limit ?)
select /* tidemark */ page.key, json_build_object(
    'database', page.datname,
    'oid', page.oid::bigint,
    'owner', page.datdba::bigint,
    'encoding', pg_encoding_to_char(page.encoding),
    'size_bytes', case when readable.statistics or has_database_privilege(page.oid, 'CONNECT')
      then pg_database_size(page.oid) end,
    'backends', s.numbackends,
    'sessions', s.sessions,
    'transactions_committed', s.xact_commit,
    'transactions_rolled_back', s.xact_rollback,
    'rows_returned', s.tup_returned,
    'rows_fetched', s.tup_fetched,
    'rows_inserted', s.tup_inserted,
    'rows_updated', s.tup_updated,
    'rows_deleted', s.tup_deleted,
    'deadlocks', s.deadlocks,
    'temporary_bytes', s.temp_bytes,
    'statistics_reset_at', s.stats_reset,
    'at', now())::text
from page cross join readable left join pg_stat_database s on s.datid = page.oid
order by page.key collate "C"
