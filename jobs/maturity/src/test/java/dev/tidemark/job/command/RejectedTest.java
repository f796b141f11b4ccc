// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.job.score.ScoredDatabase;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.stream.Rejections;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.stream.Volume;
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

/** What people do about records that could not be used. */
class RejectedTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  @TempDir Path folder;
  private final ScoredDatabase scored = new ScoredDatabase();
  private final PipelineJob job = scored.administration.jobs().start("test");
  private Installation installation;

  @BeforeEach
  void passOver() {
    installation = new Installation(scored.database, folder.resolve("data"));
    StreamId stream = new StreamId(scored.organisation, connector("orders"), "runs");
    Lease lease = Lease.random();
    scored.ledger.leases().take(stream, lease, job, plan());
    scored
        .ledger
        .streams()
        .commit(List.of(passing(stream, lease, text(stream, "a"), bytes(stream, "b"))));
    scored.ledger.rejected().keep(List.of(text(stream, "shown")));
  }

  @AfterEach
  void close() {
    scored.close();
  }

  @Test
  void listsThemWithoutWhatTheyHold() {
    Ran ran = installation.run("rejected", "list", "--json");
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(ran.out()).contains("size is missing").doesNotContain("salary");
    assertThat(installation.run("rejected", "list").out())
        .contains("orders/runs")
        .contains("can be read again")
        .contains("is shown by its source at every pass")
        .doesNotContain("salary");
  }

  @Test
  void showsWhatTheyHoldAndNotesIt() throws JsonProcessingException {
    JsonNode shown = facts("rejected", "show", id("a"), id("b"), "--json");
    assertThat(shown.findValuesAsText("text")).containsExactly("{\"salary\":4711}");
    assertThat(shown.findValuesAsText("base64")).containsExactly("/wA=");
    assertThat(installation.run("rejected", "show", id("a")).out())
        .contains("size is missing")
        .contains("{\"salary\":4711}")
        .contains("connector  orders (test)");
    assertThat(scored.administration.status().access(scored.organisation, Instant.EPOCH))
        .filteredOn(it -> it.purpose().contains("rejected record " + id("a")))
        .hasSize(2);
  }

  @Test
  void asksForEachOnceAndSaysWhatCannotBeReadAgain() throws JsonProcessingException {
    JsonNode dry = facts("rejected", "replay", "--all", "--dry-run", "--json");
    assertThat(dry.path("to_be_read_again").asInt()).isEqualTo(2);
    Ran asked = installation.run("rejected", "replay", "--connector", "orders");
    assertThat(asked.exit()).as(asked.all()).isZero();
    assertThat(asked.out())
        .contains("2 to be read again")
        .contains("it counts as soon as it can be used");
    Ran again = installation.run("rejected", "replay", id("a"));
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.out()).contains("was asked for already").contains("None is read again.");
    assertThat(facts("rejected", "list", "--json").findValuesAsText("replay"))
        .containsExactlyInAnyOrder("waiting", "waiting", "shown_again");
  }

  @Test
  void saysWhenItWillBeDone() {
    assertThat(installation.run("rejected", "replay", id("a")).out())
        .contains("The job started at")
        .contains("in their stream's turn");
    scored.administration.jobs().end(job);
    assertThat(installation.run("rejected", "replay", id("b")).out())
        .contains("No job runs now: the request waits until 'tidemark up'");
  }

  @Test
  void refusesWhatIsNotThereOrNotMeant() {
    Ran unknown = installation.run("rejected", "replay", "00000000-0000-0000-0000-000000000001");
    assertThat(unknown.exit()).isEqualTo(1);
    assertThat(unknown.err()).contains("There is no rejected record 00000000");
    assertThat(installation.run("rejected", "replay", "--connector", "none").err())
        .contains("There is no connector 'none'. There are: orders.");
    assertThat(installation.run("rejected", "replay").exit()).isEqualTo(2);
    assertThat(installation.run("rejected", "replay", "--all", "--reason", "x").exit())
        .isEqualTo(2);
  }

  private String id(String key) {
    return scored.administration.deadLetters().list(scored.organisation, 10).stream()
        .filter(it -> it.key().equals(key))
        .findFirst()
        .orElseThrow()
        .id()
        .toString();
  }

  private JsonNode facts(Object... arguments) throws JsonProcessingException {
    Ran ran = installation.run(arguments);
    assertThat(ran.exit()).as(ran.all()).isZero();
    return Output.JSON.readTree(ran.out());
  }

  private ConnectorId connector(String name) {
    NewConnector wanted =
        new NewConnector(scored.organisation, "test", name, Secret.of("{}"), Set.of(), Map.of());
    return scored.administration.connectors().add(wanted, "test");
  }

  private static StreamPlan plan() {
    return new StreamPlan(
        "test",
        new Stratum("test://orders"),
        Duration.ofMinutes(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of("tidemark.data.pipeline.run"));
  }

  private static StreamCommit passing(StreamId stream, Lease lease, RejectedRecord... records) {
    return new StreamCommit(
        stream,
        lease,
        0,
        1,
        Cursor.start(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        NOON,
        Volume.none(),
        new Rejections(List.of(records), List.of()));
  }

  private static RejectedRecord text(StreamId stream, String key) {
    Bytes payload = Bytes.utf8("{\"salary\":4711}");
    return new RejectedRecord(stream, "test", key, "size is missing", payload, NOON);
  }

  private static RejectedRecord bytes(StreamId stream, String key) {
    Bytes payload = Bytes.wrap(new byte[] {-1, 0});
    return new RejectedRecord(stream, "test", key, "not JSON", payload, NOON);
  }
}
