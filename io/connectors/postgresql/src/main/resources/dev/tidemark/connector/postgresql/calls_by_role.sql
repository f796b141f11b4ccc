select /* tidemark */ s.userid::text, sum(s.calls)::bigint
from #schema.pg_stat_statements s
where s.queryid is not null
  and #queries
group by 1
