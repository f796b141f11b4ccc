with recursive
-- What an ALTER TABLE or VACUUM FULL holds or waits for: asking for its size would wait as well.
locked as materialized (
  select distinct l.relation
  from pg_locks l
  where l.mode = 'AccessExclusiveLock' and l.relation is not null
    and l.database = (select oid from pg_database where datname = current_database())),
labels as materialized (
  select exists (select from pg_seclabel where classoid = 'pg_class'::regclass) as in_use),
page as materialized (
  select c.oid, c.relname, n.nspname, c.relkind, c.relowner, c.reltuples, c.relacl,
    c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.relnamespace, k.key
  from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    cross join lateral (
      select #encoded(n.nspname) || '.' || #encoded(c.relname) as key) k
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
    and c.relpersistence <> 't'
    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and k.key collate "C" > ? collate "C"
  order by k.key collate "C" limit ?),
-- A partitioned table and all below it; pg_partition_tree() would lock them.
tree (root, oid, relkind, reltoastrelid, reltuples) as (
  select page.oid, page.oid, page.relkind, c.reltoastrelid, page.reltuples
  from page join pg_class c on c.oid = page.oid
  union all
  select tree.root, c.oid, c.relkind, c.reltoastrelid, c.reltuples
  from tree
    join pg_inherits i on i.inhparent = tree.oid
    join pg_class c on c.oid = i.inhrelid and c.relispartition
  where tree.relkind = 'p'),
stored as materialized (
  select tree.root, tree.oid, tree.reltuples, held.busy,
    case when not held.busy and ? then pg_total_relation_size(tree.oid) end as bytes,
    pg_stat_get_numscans(tree.oid) + coalesce(indexes.scans, 0) as reads,
    pg_stat_get_tuples_inserted(tree.oid) + pg_stat_get_tuples_updated(tree.oid)
      + pg_stat_get_tuples_deleted(tree.oid) as writes,
    greatest(pg_stat_get_lastscan(tree.oid), indexes.last_scan) as last_read -- 16+
    null::timestamptz as last_read -- 15-
  from tree
    cross join lateral (
      select sum(pg_stat_get_numscans(x.indexrelid))::bigint as scans
        , max(pg_stat_get_lastscan(x.indexrelid)) as last_scan -- 16+
      from pg_index x where x.indrelid = tree.oid) indexes
    cross join lateral (
      select exists (select from locked) and exists (
        select from locked
        where locked.relation in (tree.oid, tree.reltoastrelid)
          or locked.relation in (
            select x.indexrelid from pg_index x where x.indrelid = tree.oid)) as busy) held
  where tree.relkind in ('r', 'm')),
sizes as materialized (
  select stored.root,
    case when not bool_or(stored.busy or not ?) then sum(stored.bytes)::bigint end as bytes,
    case when bool_and(stored.reltuples >= 0) then sum(stored.reltuples)::bigint end as row_estimate,
    count(*) filter (where stored.oid <> stored.root) as parts,
    count(*) filter (where stored.bytes is not null or stored.busy or not ?) as present,
    json_agg(json_build_object(
        'part', case when stored.oid <> stored.root then stored.oid::bigint end,
        'reads', stored.reads, 'writes', stored.writes, 'last_read', stored.last_read,
        'timed', true) -- 16+
        'timed', false) -- 15-
      order by stored.oid) as counters
  from stored group by stored.root)
select /* tidemark */ page.key, json_build_object(
    'database', current_database(),
    'schema', page.nspname,
    'name', page.relname,
    'oid', page.oid::bigint,
    'kind', case page.relkind when 'r' then 'table' when 'p' then 'partitioned_table'
      when 'v' then 'view' when 'm' then 'materialized_view' else 'foreign_table' end,
    'owner', page.relowner::bigint,
    'size_bytes', sizes.bytes,
    'row_estimate', sizes.row_estimate,
    'partitions', case when page.relkind = 'p' then coalesce(sizes.parts, 0) end,
    'described', exists (
      select from pg_description d
      where d.objoid = page.oid and d.classoid = 'pg_class'::regclass and d.objsubid = 0
        and d.description ~ '\S'),
    'columns', fields.columns,
    'columns_described', fields.described,
    'columns_not_null', fields.not_null,
    'primary_keys', constraints.primary_keys,
    'foreign_keys', constraints.foreign_keys,
    'unique_constraints', constraints.unique_constraints,
    'check_constraints', constraints.check_constraints,
    'row_security', page.relrowsecurity,
    'row_security_forced', page.relforcerowsecurity,
    'policies', (select count(*) from pg_policy p where p.polrelid = page.oid),
    'granted_to_public', exists (
      select from aclexplode(page.relacl) a where a.grantee = 0),
    'published', page.relkind in ('r', 'p') and page.relpersistence = 'p' and (
      exists (select from pg_publication p where p.puballtables)
      or exists (select from pg_publication_namespace p where p.pnnspid = page.relnamespace) -- 15+
      or exists (
        select from tree join pg_publication_rel p on p.prrelid = tree.oid
        where tree.root = page.oid)),
    'labels_in_use', labels.in_use,
    'label', case when labels.in_use then (
      select min(s.label) from pg_seclabel s
      where s.objoid = page.oid and s.classoid = 'pg_class'::regclass and s.objsubid = 0) end,
    'upstream', case when page.relkind in ('v', 'm') then (
      select count(distinct d.refobjid)
      from pg_rewrite r
        join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
          and d.refclassid = 'pg_class'::regclass and d.refobjid <> page.oid
        join pg_class u on u.oid = d.refobjid and u.relkind in ('r', 'p', 'v', 'm', 'f')
      where r.ev_class = page.oid) end,
    'counters', coalesce(sizes.counters, '[]'),
    'at', now())::text
from page
  cross join labels
  left join sizes on sizes.root = page.oid
  cross join lateral (
    select count(*) as columns,
      count(*) filter (where a.attnotnull) as not_null,
      count(*) filter (where exists (
        select from pg_description d
        where d.objoid = page.oid and d.classoid = 'pg_class'::regclass
          and d.objsubid = a.attnum and d.description ~ '\S')) as described
    from pg_attribute a
    where a.attrelid = page.oid and a.attnum > 0 and not a.attisdropped) fields
  cross join lateral (
    select count(*) filter (where c.contype = 'p') as primary_keys,
      count(*) filter (where c.contype = 'f') as foreign_keys,
      count(*) filter (where c.contype = 'u') as unique_constraints,
      count(*) filter (where c.contype = 'c') as check_constraints
    from pg_constraint c where c.conrelid = page.oid) constraints
-- A table dropped since the catalogue was read has no size.
where page.relkind not in ('r', 'm') or sizes.present > 0
order by page.key collate "C"
