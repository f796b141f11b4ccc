select /* tidemark */ page.key, json_build_object(
    'database', page.datname,
    'statement', page.statement,
    'calls', page.calls,
    'since', page.since,
    'at', now())::text
from (
  select k.key, k.statement, d.datname, sum(s.calls)::bigint as calls,
    max(coalesce(#since, #reset)) as since
  from #schema.pg_stat_statements s
    join pg_database d on d.oid = s.dbid
    cross join lateral (
      select left(encode(sha256(convert_to(
          s.userid || ' ' || s.dbid || ' ' || s.queryid, 'UTF8')), 'hex'), 20) as statement) h
    cross join lateral (
      select h.statement, #encoded(d.datname) || '.' || h.statement as key) k
  where d.oid = any (?::oid[]) and s.queryid is not null and #toplevel
    and #queries
    and k.key collate "C" > ? collate "C"
  group by 1, 2, 3
  order by k.key collate "C" limit ?) page
order by page.key collate "C"
