select /* tidemark */ n.nspname, count(c.oid)
from pg_namespace n
  left join pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'p', 'v', 'm', 'f')
    and not c.relispartition
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
group by 1 order by 1 limit ?
