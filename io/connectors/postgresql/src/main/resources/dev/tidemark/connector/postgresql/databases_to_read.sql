select /* tidemark */ d.oid, d.datname, #encoded(d.datname) as encoded,
  has_database_privilege(d.oid, 'CONNECT') as connectable
from pg_database d
where d.datallowconn and not d.datistemplate and d.datconnlimit <> -2
