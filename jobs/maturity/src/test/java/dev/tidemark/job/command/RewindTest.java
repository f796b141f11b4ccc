// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.job.score.ScoredDatabase;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Reading;
import dev.tidemark.model.stream.SeriesKey;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.postgres.admin.NewConnector;
import dev.tidemark.spi.ledger.StreamPlan;
import dev.tidemark.spi.options.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do to have one stream read again. */
class RewindTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Stratum STRATUM = new Stratum("test://orders");
  @TempDir Path folder;
  private final ScoredDatabase scored = new ScoredDatabase();
  private Installation installation;
  private StreamId runs;

  @BeforeEach
  void read() {
    installation = new Installation(scored.database, folder.resolve("data"));
    NewConnector orders =
        new NewConnector(
            scored.organisation, "test", "orders", Secret.of("{}"), Set.of(), Map.of());
    ConnectorId connector = scored.administration.connectors().add(orders, "test");
    runs = new StreamId(scored.organisation, connector, "runs");
    read(runs, List.of());
    SeriesKey reads = new SeriesKey(STRATUM, "tidemark.data.asset.read", "urn", Attributes.none());
    read(
        new StreamId(scored.organisation, connector, "counters"),
        List.of(new Reading(reads, 7, NOON, NOON, NOON)));
  }

  @AfterEach
  void close() {
    scored.close();
  }

  @Test
  void aDryRunSaysWhatItIsAndChangesNothing() throws JsonProcessingException {
    JsonNode facts = facts("connector", "rewind", "orders", "counters", "--dry-run", "--json");
    assertThat(facts.path("counters").asInt()).isEqualTo(1);
    assertThat(facts.path("dry_run").asBoolean()).isTrue();
    assertThat(installation.run("connector", "rewind", "orders", "counters", "--dry-run").out())
        .contains("1, whose past cannot be read again")
        .contains("2026-03-01T12:00:00Z");
    assertThat(completeThrough("counters")).isEqualTo(NOON.toString());
  }

  @Test
  void onlyTheStreamBeginsAgainAndItIsNoted() throws JsonProcessingException {
    Ran ran = installation.run("connector", "rewind", "orders", "runs");
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(ran.err()).contains("orders/runs is read again from the beginning");
    assertThat(completeThrough("runs")).isEqualTo("null");
    assertThat(completeThrough("counters")).isEqualTo(NOON.toString());
    assertThat(scored.administration.status().access(scored.organisation, Instant.EPOCH))
        .filteredOn(it -> it.action().equals("RESET"))
        .singleElement()
        .satisfies(it -> assertThat(it.purpose()).contains("connector rewind runs"));
  }

  @Test
  void whatCountersCountedIsNotForgottenByAccident() throws JsonProcessingException {
    Ran refused = installation.run("connector", "rewind", "orders", "counters");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("cannot be read again").contains("--forget-counted");
    assertThat(completeThrough("counters")).isEqualTo(NOON.toString());
    assertThat(
            installation
                .run("connector", "rewind", "orders", "counters", "--forget-counted")
                .exit())
        .isZero();
    assertThat(completeThrough("counters")).isEqualTo("null");
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThat(installation.run("connector", "rewind", "orders", "none").err())
        .contains("orders has no stream 'none'. It has: counters, runs.");
    assertThat(installation.run("connector", "rewind", "none", "runs").err())
        .contains("There is no connector 'none'. There are: orders of Acme Ltd.");
    assertThat(installation.run("connector", "rewind", "orders").exit()).isEqualTo(2);
  }

  private String completeThrough(String stream) throws JsonProcessingException {
    for (JsonNode it : facts("status", "--json").at("/organisations/0/streams")) {
      if (it.path("name").asText().equals(stream)) {
        return it.path("complete_through").asText();
      }
    }
    throw new AssertionError("no stream " + stream);
  }

  private JsonNode facts(Object... arguments) throws JsonProcessingException {
    Ran ran = installation.run(arguments);
    assertThat(ran.exit()).as(ran.all()).isZero();
    return Output.JSON.readTree(ran.out());
  }

  private void read(StreamId stream, List<Reading> readings) {
    Lease lease = Lease.random();
    StreamPlan plan =
        new StreamPlan(
            "test",
            STRATUM,
            Duration.ofMinutes(1),
            Duration.ZERO,
            Precedence.NATIVE_PLATFORM,
            List.of("tidemark.data.pipeline.run"));
    scored.ledger.leases().take(stream, lease, scored.administration.jobs().start("test"), plan);
    StreamCommit commit =
        new StreamCommit(
            stream,
            lease,
            0,
            1,
            Cursor.start(),
            List.of(),
            readings,
            List.of(),
            List.of(),
            NOON,
            NOON,
            Volume.none());
    scored.ledger.streams().commit(List.of(commit));
  }
}
