// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.fake.postgresql.Estate;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.spi.Connector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Counters as they come: what a reset does to them, and when they are said to have moved. */
@EveryMajor
class CountersTest {
  private final int major;
  private final Estate estate;
  private final String database;

  CountersTest(int major) {
    this.major = major;
    this.estate = Estate.on(major);
    this.database = estate.database("counted");
  }

  @AfterEach
  void drop() {
    estate.close();
  }

  @Test
  void fallsWithAResetAndHasNoStartThatMoves() {
    estate.run(database, "create table a (i int); create table b (i int)");
    estate.run(database, "insert into a select generate_series(1, 70)");
    estate.run(database, "insert into b select generate_series(1, 30)");
    try (Connector connector = Opened.on(estate)) {
      Reading tables = new Reading(connector, "tables", 1_000);
      Supplier<Map<String, Double>> writes = () -> tables.pass().numbers(MetricNames.ASSET_WRITE);
      await(() -> writes.get().equals(Map.of(urn("a"), 70.0, urn("b"), 30.0)));
      String before = reset();

      estate.run(database, "select pg_stat_reset_single_table_counters('a'::regclass)");
      await(() -> writes.get().equals(Map.of(urn("a"), 0.0, urn("b"), 30.0)));
      // The trap: resetting one table moves the reset time of its whole database.
      assertThat(reset()).isNotEqualTo(before);
      assertThat(tables.events(MetricNames.ASSET_WRITE))
          .extracting(MetricEvent::start)
          .containsOnly(Instant.EPOCH);

      estate.run(database, "select pg_stat_reset()");
      await(() -> writes.get().equals(Map.of(urn("a"), 0.0, urn("b"), 0.0)));
    }
  }

  @Test
  void saysWhenATableWasReadLast() {
    estate.run(database, "create table a (i int); create table b (i int)");
    estate.run(database, "select * from a");
    try (Connector connector = Opened.on(estate)) {
      Reading tables = new Reading(connector, "tables", 1_000);
      await(() -> tables.pass().numbers(MetricNames.ASSET_READ).getOrDefault(urn("a"), 0.0) > 0);
      Instant at = tables.events(MetricNames.ASSET_STATE).get(0).end();
      List<Instant> moved =
          tables.events(MetricNames.ASSET_READ).stream().map(MetricEvent::end).toList();
      if (major >= 16) {
        Instant scanned = scanned();
        assertThat(moved).containsExactly(scanned, Instant.EPOCH);
        assertThat(facts(tables, "a")).containsEntry("read.day", TableEvents.day(scanned));
      } else {
        assertThat(moved).containsExactly(at, at);
        assertThat(facts(tables, "a")).doesNotContainKey("read.day");
      }
      assertThat(facts(tables, "b")).doesNotContainKey("read.day");
    }
  }

  @Test
  void countsLoginsOfEachDatabase() {
    try (Connector connector = Opened.on(estate)) {
      Reading databases = new Reading(connector, "databases", 1);
      Supplier<Map<String, Double>> logins = () -> databases.pass().numbers(MetricNames.LOGIN);
      await(() -> !logins.get().isEmpty());
      double before = logins.get().getOrDefault(estate.stratum() + "/" + database, 0.0);
      estate.run(database, "select 1");
      estate.run(database, "select 1");
      await(() -> logins.get().getOrDefault(estate.stratum() + "/" + database, 0.0) >= before + 2);
      assertThat(databases.numbers(MetricNames.ASSET_SIZE).values())
          .containsExactly(
              Double.valueOf(
                  estate.answer(database, "select pg_database_size(current_database())")));
    }
  }

  private String reset() {
    return estate.answer(
        database, "select stats_reset from pg_stat_database where datname = current_database()");
  }

  private Instant scanned() {
    return Instant.parse(
        estate.answer(
            database,
            """
            select to_char(last_seq_scan at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
            from pg_stat_user_tables where relname = 'a'
            """));
  }

  private Map<String, String> facts(Reading tables, String table) {
    return tables.facts(MetricNames.ASSET_STATE).getOrDefault(urn(table), Map.of());
  }

  private String urn(String table) {
    return estate.stratum() + "/" + database + ".public." + table;
  }

  private static void await(java.util.concurrent.Callable<Boolean> condition) {
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(condition);
  }
}
