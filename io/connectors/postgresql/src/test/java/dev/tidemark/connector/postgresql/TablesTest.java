// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.fake.postgresql.Estate;
import dev.tidemark.spi.Connector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of each table against SQL written by hand for the purpose. */
@EveryMajor
class TablesTest {
  /** Deliberately other views than the connector's: information_schema and pg_stat_user_tables. */
  private static final String BY_HAND =
      """
      select current_database() || '.' || n.nspname || '.' || c.relname as name,
        (c.relowner <> 10)::text as "owner.present",
        (obj_description(c.oid, 'pg_class') is not null and
          (select count(col_description(c.oid, a.attnum)) >= 0.8 * count(*)
           from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
             and not a.attisdropped))::text as described,
        exists (select from pg_publication_tables p
          where (p.schemaname, p.tablename) = (n.nspname, c.relname)
            or p.tablename = c.relname || '_2024')::text as shared,
        case when c.relkind in ('r', 'm') then pg_total_relation_size(c.oid)
          when c.relkind = 'p' then (select sum(pg_total_relation_size(relid))
            from pg_partition_tree(c.oid)) end::text as "size.bytes",
        (select case c.relkind when 'm' then c.relnatts else count(*) end
          from information_schema.columns i
          where (i.table_schema, i.table_name) = (n.nspname, c.relname))::text as columns,
        (select count(*) from information_schema.columns i
          where (i.table_schema, i.table_name) = (n.nspname, c.relname)
            and i.is_nullable = 'NO')::text as "columns.not.null",
        exists (select from information_schema.table_constraints i
          where (i.table_schema, i.table_name) = (n.nspname, c.relname)
            and i.constraint_type = 'PRIMARY KEY')::text as "primary.key",
        (select count(*) from information_schema.table_constraints i
          where (i.table_schema, i.table_name) = (n.nspname, c.relname)
            and i.constraint_type = 'FOREIGN KEY')::text as "foreign.keys",
        (select count(*) from information_schema.table_constraints i
          where (i.table_schema, i.table_name) = (n.nspname, c.relname)
            and i.constraint_type = 'CHECK'
            and i.constraint_name !~ '_not_null$')::text as "check.constraints",
        coalesce((select t.rowsecurity from pg_tables t
          where (t.schemaname, t.tablename) = (n.nspname, c.relname)), false)::text
          as "row.security",
        (select count(*) from pg_policies t
          where (t.schemaname, t.tablename) = (n.nspname, c.relname))::text as policies,
        exists (select from information_schema.table_privileges i
          where (i.table_schema, i.table_name) = (n.nspname, c.relname)
            and i.grantee = 'PUBLIC')::text as "granted.to.public",
        (select (s.seq_scan + coalesce(s.idx_scan, 0))::text from pg_stat_user_tables s
          where s.relid = c.oid and c.relkind <> 'p') as reads,
        (select (s.n_tup_ins + s.n_tup_upd + s.n_tup_del)::text from pg_stat_user_tables s
          where s.relid = c.oid and c.relkind <> 'p') as writes
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'sales') and c.relkind in ('r', 'p', 'v', 'm', 'f')
        and not c.relispartition
      """;

  /** Statistics become visible a moment after the fact. */
  private static final String COUNTED =
      """
      select concat_ws(' ', sum(n_tup_ins) filter (where relname <> 'counted'), sum(n_tup_upd),
        sum(n_tup_del)) from pg_stat_user_tables
      """;

  private final Estate estate;
  private final String database;

  TablesTest(int major) {
    estate = Estate.on(major);
    database = estate.database("shop");
  }

  @BeforeEach
  void makeTables() {
    String owner = estate.role("owner", "nologin");
    estate.run(
        database,
        """
        create schema sales;
        grant usage on schema sales to OWNER;
        create table public.bare (a int, b text);
        create table sales.customer (
          id int primary key, name text not null check (name <> ''), mail text unique,
          city text, born date);
        comment on table sales.customer is 'Whoever bought something';
        comment on column sales.customer.id is 'Number';
        comment on column sales.customer.name is 'Full name';
        comment on column sales.customer.mail is 'Address';
        comment on column sales.customer.city is 'Where';
        alter table sales.customer owner to OWNER;
        create table sales.item (id int primary key, customer int references sales.customer);
        comment on table sales.item is 'Sold';
        comment on column sales.item.id is 'Number';
        alter table sales.item enable row level security;
        create policy everyone on sales.item using (true);
        grant select on sales.item to public;
        create table sales.visit (at date not null, page text) partition by range (at);
        create table sales.visit_2024 partition of sales.visit
          for values from ('2024-01-01') to ('2025-01-01');
        create table sales.visit_2025 partition of sales.visit
          for values from ('2025-01-01') to ('2026-01-01') partition by range (at);
        create table sales.visit_2025_01 partition of sales.visit_2025
          for values from ('2025-01-01') to ('2025-02-01');
        create view sales.system as select relname from pg_class;
        create view sales.named as select id, name from sales.customer;
        create materialized view sales.counted as
          select c.id, count(*) from sales.customer c join sales.item i on i.customer = c.id
          group by 1;
        create publication pages for table sales.customer, sales.visit_2024;
        insert into sales.customer select n, 'name ' || n from generate_series(1, 500) n;
        insert into sales.item select n, n from generate_series(1, 300) n;
        update sales.customer set city = 'Oslo' where id < 10;
        delete from sales.item where id > 290;
        insert into sales.visit select date '2024-02-01' + n, 'x' from generate_series(1, 50) n;
        insert into sales.visit values ('2025-01-05', 'y');
        select count(*) from sales.customer;
        analyze sales.customer;
        """
            .replace("OWNER", owner));
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> estate.answer(database, COUNTED).equals("851 9 10"));
  }

  @AfterEach
  void dropThem() {
    estate.close();
  }

  @Test
  void agreesWithSqlWrittenByHand() {
    try (Connector connector = Opened.on(estate)) {
      Reading tables = Reading.of(connector, "tables");
      Map<String, Map<String, String>> facts = tables.facts(MetricNames.ASSET_STATE);
      Map<String, Double> reads = tables.numbers(MetricNames.ASSET_READ);
      Map<String, Double> writes = tables.numbers(MetricNames.ASSET_WRITE);
      List<Map<String, String>> expected = estate.ask(database, BY_HAND);
      assertThat(facts).hasSameSizeAs(expected);
      for (Map<String, String> row : expected) {
        Map<String, String> wanted = new TreeMap<>(row);
        wanted.keySet().removeAll(List.of("name", "reads", "writes"));
        String urn = estate.stratum() + "/" + row.get("name");
        assertThat(number(reads, urn)).as("reads of %s", urn).isEqualTo(row.get("reads"));
        assertThat(number(writes, urn)).as("writes to %s", urn).isEqualTo(row.get("writes"));
        wanted.values().removeIf("null"::equals);
        assertThat(facts.get(urn)).as(urn).containsAllEntriesOf(wanted);
      }
    }
  }

  @Test
  void knowsKindsEstimatesAndLineage() {
    try (Connector connector = Opened.on(estate)) {
      Reading tables = Reading.of(connector, "tables");
      Map<String, Map<String, String>> facts = tables.facts(MetricNames.ASSET_STATE);
      assertThat(facts.get(urn("sales.visit"))).containsEntry("asset.kind", "partitioned_table");
      assertThat(facts.get(urn("sales.visit"))).containsEntry("partitions", "2");
      assertThat(facts.get(urn("sales.named"))).containsEntry("asset.kind", "view");
      assertThat(facts.get(urn("sales.customer"))).containsEntry("row.estimate", "500");
      assertThat(facts.get(urn("sales.item"))).doesNotContainKeys("row.estimate", "class");
      assertThat(tables.facts(MetricNames.LINEAGE))
          .containsOnlyKeys(urn("sales.named"), urn("sales.counted"), urn("sales.system"));
      assertThat(tables.facts(MetricNames.LINEAGE).get(urn("sales.counted")))
          .containsEntry("derived", "true")
          .containsKey("lineage.day");
      assertThat(tables.facts(MetricNames.LINEAGE).get(urn("sales.system")))
          .as("made of system catalogs, on which nothing depends")
          .isEqualTo(Map.of("derived", "true"));
      assertThat(tables.record(database + ".sales.counted")).contains("\"upstream\" : 2");
    }
  }

  @Test
  void countsPartitionsByThemselves() {
    try (Connector connector = Opened.on(estate)) {
      Reading tables = Reading.of(connector, "tables");
      List<Map.Entry<String, Double>> before = parts(tables);
      assertThat(before.stream().mapToDouble(Map.Entry::getValue).sum()).isEqualTo(51);
      estate.run(database, "drop table sales.visit_2024");
      List<Map.Entry<String, Double>> after = parts(tables.pass());
      assertThat(before).containsAll(after);
      assertThat(after).hasSize(1);
    }
  }

  @Test
  void seesSecurityLabelsOnlyWhereTheyAreInUse() {
    estate.run(
        database,
        """
        insert into pg_seclabel (objoid, classoid, objsubid, provider, label) values
          ('sales.customer'::regclass, 'pg_class'::regclass, 0, 'classes', 'Confidential'),
          ('sales.item'::regclass, 'pg_class'::regclass, 0, 'classes', 'system_u:object_r:t:s0')
        """);
    try (Connector connector = Opened.on(estate)) {
      Map<String, Map<String, String>> facts =
          Reading.of(connector, "tables").facts(MetricNames.ASSET_STATE);
      assertThat(facts.get(urn("sales.customer"))).containsEntry("class", "confidential");
      assertThat(facts.get(urn("sales.item"))).containsEntry("class", "none");
      assertThat(facts.get(urn("public.bare"))).containsEntry("class", "none");
    }
  }

  private List<Map.Entry<String, Double>> parts(Reading tables) {
    return new ArrayList<>(
        tables.numbers(MetricNames.ASSET_WRITE).entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(urn("sales.visit#partition=")))
            .toList());
  }

  private String urn(String table) {
    return estate.stratum() + "/" + database + "." + table;
  }

  private static String number(Map<String, Double> numbers, String urn) {
    return numbers.containsKey(urn)
        ? Long.toString(numbers.getOrDefault(urn, 0.0).longValue())
        : "null";
  }
}
