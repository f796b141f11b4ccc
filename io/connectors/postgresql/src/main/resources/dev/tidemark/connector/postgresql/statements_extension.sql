select /* tidemark */ quote_ident(n.nspname), e.extversion,
  pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') as statistics
from pg_extension e join pg_namespace n on n.oid = e.extnamespace
where e.extname = 'pg_stat_statements'
