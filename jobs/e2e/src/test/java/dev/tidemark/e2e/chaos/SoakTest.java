// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.e2e.oracle.Comparison;
import dev.tidemark.e2e.soak.Judgements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged job on a Flink cluster for hours, reading very many connectors: nothing it needs
 * grows and grows, and all rows are right in the end.
 *
 * <p>{@code -Dsoak.hours=N} or {@code -Dsoak.minutes=N} say how long, {@code -Dsoak.connectors=N}
 * how many connectors, {@code -Dsoak.interval=PT3M} how often each is read, {@code
 * -Dsoak.every=PT6S} how often something happens in one of their accounts, {@code -Dseed=N} repeats
 * what happens.
 */
final class SoakTest {
  private static final long SEED = Long.getLong("seed", 1);
  private static final int CONNECTORS = Integer.getInteger("soak.connectors", 200);
  private static final Path SAMPLES = Path.of("target", "soak.csv");
  private static final Path TABLE = Path.of("target", "soak.txt");

  private static Duration length() {
    String hours = System.getProperty("soak.hours", "");
    String minutes = System.getProperty("soak.minutes", hours.isEmpty() ? "3" : "");
    return minutes.isEmpty()
        ? Duration.ofHours(Long.parseLong(hours))
        : Duration.ofMinutes(Long.parseLong(minutes));
  }

  @Test
  void nothingGrowsOverHours(@TempDir Path folder) throws IOException {
    System.out.println("seed " + SEED);
    try (Soak soak = new Soak(folder, SEED, CONNECTORS)) {
      Comparison rows = soak.live(length(), SAMPLES);
      Judgements judgements = Judgements.of(SAMPLES);
      tell(judgements.table() + "\nrows compared: " + rows.rows() + "\nwrong: " + rows.wrong());
      assertThat(rows.wrong()).as("wrong rows").isEmpty();
      assertThat(soak.wrong()).as("moments at which counters did not go on").isEmpty();
      assertThat(judgements.rising()).as("series that go up").isEmpty();
    }
  }

  private static void tell(String table) throws IOException {
    System.out.println(table);
    Files.writeString(TABLE, table);
  }
}
