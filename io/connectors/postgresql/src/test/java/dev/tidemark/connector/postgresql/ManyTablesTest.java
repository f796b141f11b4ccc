// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.fake.postgresql.Estate;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.Fetched;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ten thousand tables: a few pages, each of bounded size, read in seconds. */
class ManyTablesTest {
  private static final int TABLES = 10_000;
  private static final int BATCH = 500;

  @Test
  @Timeout(900)
  void readsTenThousandTables() {
    try (Estate estate = Estate.on(18)) {
      String database = estate.database("many");
      for (int from = 1; from <= TABLES; from += BATCH) {
        make(estate, database, from);
      }
      try (Connector connector = Opened.on(estate)) {
        Instant began = Instant.now();
        Reading tables = new Reading(connector, "tables", 5_000).pass();
        Duration took = Duration.between(began, Instant.now());
        System.out.println(TABLES + " tables in " + took.toMillis() + " ms");
        assertThat(tables.records()).hasSize(TABLES);
        assertThat(tables.pages()).hasSize(11);
        assertThat(tables.pages()).allMatch(page -> bytes(page) < 1_000 * 1_200);
      }
    }
  }

  @Test
  void endsAPageAtItsMostBytes() {
    try (Estate estate = Estate.on(18)) {
      String database = estate.database("bytes");
      make(estate, database, 1);
      try (Connector connector = Opened.on(estate)) {
        Reading tables = new Reading(connector, "tables", 5_000);
        Fetched page =
            connector.fetch(
                new dev.tidemark.spi.FetchRequest(
                    "tables",
                    dev.tidemark.model.stream.ReadPosition.at(tables.cursor()),
                    Instant.now(),
                    5_000,
                    10_000));
        assertThat(page.more()).isTrue();
        assertThat(page.changes()).hasSizeBetween(5, 20);
        assertThat(bytes(page)).isBetween(10_000L, 12_000L);
        assertThat(page.volume().bytes()).isEqualTo(bytes(page));
        assertThat(page.volume().calls()).isPositive();
      }
    }
  }

  private static void make(Estate estate, String database, int from) {
    estate.run(
        database,
        """
        do $$ begin
          for n in FROM .. FROM + LENGTH - 1 loop
            execute format('create table t%s (id int, note text)', lpad(n::text, 6, '0'));
          end loop;
        end $$
        """
            .replace("FROM", Integer.toString(from))
            .replace("LENGTH", Integer.toString(BATCH)));
  }

  private static long bytes(Fetched page) {
    return page.changes().stream().mapToLong(change -> change.payload().length()).sum();
  }
}
