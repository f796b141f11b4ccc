// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.job.score.ReadAccount;
import dev.tidemark.job.score.ScoredDatabase;
import dev.tidemark.maturity.live.OrganisationScorer;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that comes after a day was final: somebody has its close computed again. */
class RestateTest {
  private static final String ACCOUNT = "postgres://one:5432";
  @TempDir Path folder;
  private final ScoredDatabase scored = new ScoredDatabase();
  private final LocalDate day = LocalDate.now(ZoneOffset.UTC);
  private final ReadAccount account = scored.connect("one", ACCOUNT, ReadAccount.CHECKS);
  private Installation installation;

  /** The day is final and the one after it is not. */
  @BeforeEach
  void close() {
    installation = new Installation(scored.database, folder.resolve("data"));
    OrganisationScorer scorer = scored.scorer();
    account.read(5);
    account.tellChecks(day.minusDays(20), day.plusDays(1));
    scored.score(scorer);
    // A night the pipeline was back after, and the next, which makes days final.
    for (int days : List.of(9, 1)) {
      scored.pass(Duration.ofDays(days));
      account.read(5);
      scored.score(scorer);
    }
  }

  @AfterEach
  void end() {
    scored.close();
  }

  @Test
  void withoutNewDataItComesOutAsItWas() throws JsonProcessingException {
    for (JsonNode composite : composites(facts("restate", day, "--dry-run", "--json"))) {
      assertThat(composite.path("after").asDouble())
          .as(composite.path("name").asText())
          .isEqualTo(composite.path("before").asDouble());
    }
  }

  @Test
  void lateDataIsRehearsedThenPutInThePlaceOfWhatWasPublished() throws JsonProcessingException {
    tellFailedChecks();
    JsonNode rehearsed = facts("restate", day, "--dry-run", "--json");
    assertThat(rehearsed.at("/closes/0/status").asText()).isEqualTo("restated");
    assertThat(overall(rehearsed, "after")).isLessThan(overall(rehearsed, "before"));
    assertThat(overall(facts("restate", day, "--dry-run", "--json"), "before"))
        .as("a rehearsal writes nothing")
        .isEqualTo(overall(rehearsed, "before"));
    Ran ran = installation.run("restate", day);
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(ran.out()).contains("restated").contains("overall");
    JsonNode again = facts("restate", day, "--dry-run", "--json");
    assertThat(overall(again, "before")).isEqualTo(overall(rehearsed, "after"));
    assertThat(overall(again, "after")).isEqualTo(overall(rehearsed, "after"));
  }

  @Test
  void aDayThatIsNotFinalStaysProvisional() throws JsonProcessingException {
    tellFailedChecks();
    assertThat(facts("restate", day.plusDays(7), "--json").at("/closes/0/status").asText())
        .isEqualTo("provisional");
  }

  @Test
  void refusesADayNobodyClosed() {
    Ran ran = installation.run("restate", day.minusDays(100));
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err())
        .contains("No close of " + day.minusDays(100) + " was published for Acme Ltd")
        .contains("The first is of " + day);
    assertThat(installation.run("restate", "yesterday").exit()).isEqualTo(2);
  }

  /** Of the ten days before only a tenth of the checks passed. */
  private void tellFailedChecks() {
    account.tell(day.minusDays(10).datesUntil(day.plusDays(1)).map(RestateTest::failed).toList());
  }

  private static WindowChange failed(LocalDate day) {
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Partial checks = new Partial(1000, 100, 1000, 0, 0, start, start, Bytes.empty());
    WindowKey key =
        new WindowKey(
            new Stratum(ACCOUNT), ReadAccount.CHECKS, Attributes.none(), Grain.DAY, start);
    return new WindowChange(key, checks, Partial.empty());
  }

  private static JsonNode composites(JsonNode facts) {
    assertThat(facts.path("closes")).hasSize(1);
    return facts.at("/closes/0/composites");
  }

  private static double overall(JsonNode facts, String figure) {
    for (JsonNode composite : composites(facts)) {
      if (composite.path("name").asText().equals("overall")) {
        return composite.path(figure).asDouble();
      }
    }
    throw new AssertionError("no overall score in " + facts);
  }

  private JsonNode facts(Object... arguments) throws JsonProcessingException {
    Ran ran = installation.run(arguments);
    assertThat(ran.exit()).as(ran.all()).isZero();
    return Output.JSON.readTree(ran.out());
  }
}
