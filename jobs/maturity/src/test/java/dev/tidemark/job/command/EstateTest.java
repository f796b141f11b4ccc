// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.job.score.ReadAccount;
import dev.tidemark.job.score.ScoredDatabase;
import dev.tidemark.model.score.ScoreUpdate;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do to the estate register, and what becomes of the score. */
class EstateTest {
  private static final String GOOD = "postgres://good:5432";
  private static final String BAD = "postgres://bad:5432";
  @TempDir Path folder;

  private final ScoredDatabase scored = new ScoredDatabase();
  private Installation installation;

  @BeforeEach
  void readTwoPlatforms() {
    installation = new Installation(scored.database, folder.resolve("data"));
    ReadAccount good = scored.connect("good", GOOD);
    ReadAccount bad = scored.connect("bad", BAD);
    good.read(10);
    bad.read(0);
    scored.pass(Duration.ofDays(1));
    good.read(10);
    bad.read(0);
    scored.score(scored.scorer());
  }

  @AfterEach
  void close() {
    scored.close();
  }

  @Test
  void showsPlatformsWithTheirShares() throws JsonProcessingException {
    assertThat(fine("estate", "list").out()).contains(GOOD).contains(BAD).contains("50.0%");
    fine("estate", "set", GOOD, "3", "--reason", "holds the orders");
    JsonNode platforms = facts("estate", "list", "--json");
    assertThat(platforms).hasSize(2);
    JsonNode good = platforms.path(1);
    assertThat(good.path("platform").asText()).isEqualTo(GOOD);
    assertThat(good.path("share").asDouble()).isCloseTo(.75, within(1e-12));
    assertThat(good.path("state").asText()).isEqualTo("connected");
    assertThat(good.path("connectors").path(0).asText()).isEqualTo("good");
    scored
        .administration
        .connectors()
        .remove(
            scored.administration.connectors().find(scored.organisation, "bad").orElseThrow().id(),
            "test");
    assertThat(fine("estate", "list").out()).contains("connector removed");
  }

  @Test
  void aDryRunTellsWhatThenHappensAndChangesNothing() throws JsonProcessingException {
    JsonNode told = facts("estate", "retire", BAD, "--reason", "off", "--dry-run", "--json");
    assertThat(facts("estate", "history", "--json")).isEmpty();
    assertThat(told.path("delta").asDouble()).isPositive();
    assertThat(told.path("lines")).isNotEmpty();
    assertThat(told.path("lines"))
        .allSatisfy(line -> assertThat(line.path("reason").asText()).isEqualTo("SCOPE"));
    fine("estate", "retire", BAD, "--reason", "off");
    ScoreUpdate live = scored.score(scored.scorer());
    assertThat(5 * ScoredDatabase.overall(live))
        .isCloseTo(told.path("after").path("maturity").asDouble(), within(1e-3));
  }

  @Test
  void everyChangeIsKeptWithWhoAndWhy() throws JsonProcessingException {
    fine("estate", "retire", BAD, "--reason", "switched off", "--actor", "cdo");
    fine("estate", "restore", BAD, "--reason", "switched on", "--actor", "cio");
    JsonNode history = facts("estate", "history", "--json");
    assertThat(history.path(0).path("actor").asText()).isEqualTo("cdo");
    assertThat(history.path(0).path("reason").asText()).isEqualTo("switched off");
    assertThat(history.path(0).path("retired").asBoolean()).isTrue();
    assertThat(history.path(1).path("retired").asBoolean()).isFalse();
    assertThat(history.path(1).path("until").isNull()).isTrue();
    assertThat(fine("estate", "history").out()).contains("cio").contains("switched on");
  }

  @Test
  void anIndicatorThatDoesNotApplyIsLeftOutFromItsDay() throws JsonProcessingException {
    fine(
        "estate",
        "exempt",
        "GOV.OWN",
        "--platform",
        BAD,
        "--reason",
        "a sandbox",
        "--from",
        "2026-01-31");
    fine("estate", "exempt", "AIE.REG", "--reason", "no AI here");
    assertThat(fine("estate", "list").out())
        .containsPattern("AIE.REG +everywhere")
        .containsPattern("GOV.OWN +" + BAD + " +2026-01-31 .*a sandbox");
    assertThat(scored.score(scored.scorer()).indicators())
        .filteredOn(row -> row.state().equals("NOT_APPLICABLE"))
        .extracting(ScoreUpdate.IndicatorRow::indicator, ScoreUpdate.IndicatorRow::stratum)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("AIE.REG", "*"),
            org.assertj.core.groups.Tuple.tuple("GOV.OWN", BAD));
    fine("estate", "restore", "--indicator", "AIE.REG", "--reason", "a first model");
    assertThat(fine("estate", "list").out()).doesNotContain("AIE.REG");
  }

  @Test
  void saysWhatIsWrongAndWhatToDo() {
    assertThat(failed("estate", "retire", "postgres://bed:5432", "--reason", "off"))
        .contains("no platform 'postgres://bed:5432'")
        .contains(BAD);
    assertThat(failed("estate", "set", "oracle://x", "2", "--reason", "r"))
        .contains("--not-connected");
    assertThat(failed("estate", "set", GOOD, "0", "--reason", "r"))
        .contains("greater than 0")
        .contains("retire");
    assertThat(failed("estate", "exempt", "GOV.OWM", "--reason", "r"))
        .contains("did you mean GOV.OWN?");
    assertThat(failed("estate", "restore", BAD, "--reason", "r")).contains("is not retired");
    assertThat(failed("estate", "retire", BAD, "--reason", " ")).contains("--reason");
    assertThat(installation.run("estate", "retire", BAD).exit()).isEqualTo(2);
    fine("estate", "set", "oracle://x", "2", "--reason", "the old one", "--not-connected");
    assertThat(fine("estate", "list").out()).contains("never connected");
  }

  private Ran fine(Object... arguments) {
    Ran ran = installation.run(arguments);
    assertThat(ran.exit()).describedAs(ran.all()).isZero();
    return ran;
  }

  private String failed(Object... arguments) {
    Ran ran = installation.run(arguments);
    assertThat(ran.exit()).describedAs(ran.all()).isEqualTo(1);
    return ran.err();
  }

  private JsonNode facts(Object... arguments) throws JsonProcessingException {
    return Output.JSON.readTree(fine(arguments).out());
  }
}
