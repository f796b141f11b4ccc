// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.testkit.organisation.Oracle;
import dev.tidemark.testkit.organisation.Organisation;
import dev.tidemark.testkit.organisation.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer's first minutes. */
@Tag("later")
class DemoTest {
  private static final String COUNT =
      "SELECT count(*) AS n FROM asset WHERE stratum LIKE 'example://%'";

  /** Days before the first one, in a row up to yesterday. */
  private static final String EARLIER =
      """
      SELECT count(*) AS n FROM score_daily
       WHERE composite = 'overall' AND status = 'backcast' AND score BETWEEN low AND high\
      """;

  /** Days that were computed after a moment, unless another day is over since. */
  private static final String AGAIN =
      """
      SELECT count(*) AS n FROM score_close c JOIN model_backcast b USING (organisation_id, model)
       WHERE c.status = 'backcast' AND c.written_at > '%s' AND b.last_day = '%s'\
      """;

  @TempDir Path parent;

  private Path folder() {
    return parent.resolve("demo");
  }

  @Test
  void findsTheTruthAndGoesOnWithTheSameCompany() throws IOException {
    Ran first = demo("--size", 1, "--seed", 11);
    assertThat(first.exit()).describedAs(first.all()).isZero();
    assertThat(first.err())
        .contains("All data here is synthetic")
        .contains("playing a year of aws")
        .contains("aws, azure, databricks, ")
        .contains("salesforce, snowflake")
        .contains("no account is used")
        .contains("caught up")
        .contains("tidemark score --explain --data-dir " + folder());
    assertThat(first.out()).contains("Tidewater Trading (synthetic)").contains("observed maturity");
    Organisation organisation = remembered();
    Instant present = organisation.story().present();
    Oracle truth = organisation.account(Platform.SNOWFLAKE).oracle();
    assertThat(count("")).isBetween(truth.assets(present) - 3, truth.assets(present) + 3);
    assertThat(count(" AND facts->>'described' = 'true'"))
        .isBetween(truth.described(present) - 3, truth.described(present) + 3);
    assertThat(count(" AND facts->>'owner.present' = 'true'"))
        .isBetween(truth.owned(present) - 3, truth.owned(present) + 3);
    assertThat(one(EARLIER)).isBetween(360L, 366L);

    Ran other = demo("--seed", 12);
    assertThat(other.exit()).isEqualTo(1);
    assertThat(other.err()).contains("size 1 and seed 11").contains("--data-dir");
    Instant second = Instant.now();
    assertThat(demo("--console-port", 0).err())
        .contains("caught up")
        .containsPattern("first administrator, once, within a day: http://127.0.0.1:\\d+/#link=");
    LocalDate last = LocalDate.ofInstant(second, ZoneOffset.UTC).minusDays(1);
    assertThat(one(AGAIN.formatted(second, last))).isZero();
    assertThat(first.err()).doesNotContain("console on");
    assertThat(remembered().story()).isEqualTo(organisation.story());
  }

  @Test
  void leavesTheDataOfUpAlone() throws IOException {
    Files.createDirectories(folder().resolve("postgresql"));
    Ran ran = demo();
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("holds data of 'tidemark up'");
  }

  @Test
  void refusesASizeNoCompanyHas() {
    Ran ran = demo("--size", 0);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("--size").contains("1 to 1000, not 0");
    assertThat(folder()).doesNotExist();
  }

  private Ran demo(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("demo", "--until", "caught-up"));
    all.addAll(List.of("--data-dir", folder()));
    all.addAll(List.of(arguments));
    return Ran.tidemark(all.toArray());
  }

  private Organisation remembered() throws IOException {
    JsonNode known = Output.JSON.readTree(folder().resolve("demo.json").toFile());
    return Organisation.of(
        known.path("size").asInt(),
        known.path("seed").asLong(),
        Instant.parse(known.path("present").asText()));
  }

  private long count(String condition) {
    return one(COUNT + condition);
  }

  private long one(String query) {
    try (OpenDatabase database = DatabaseChoice.embedded(folder()).open();
        var pool = database.access().database()) {
      return pool.snapshot(session -> session.one(query, row -> row.bigint("n")));
    }
  }
}
