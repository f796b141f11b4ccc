// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ledger.LeaseHolder;
import dev.tidemark.spi.ledger.StreamReport;
import dev.tidemark.testkit.ExampleAccount;
import dev.tidemark.testkit.InMemoryLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.beam.sdk.PipelineResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both transforms together on the direct runner: what people do to connectors takes effect. */
class PollStreamsTest {
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final InMemoryLedger ledger = InMemoryLedger.create();
  private final AppliedPages applied = new AppliedPages(ledger);
  private final ExampleAccount account = account();
  private final OrganisationId organisation = ledger.registry().addOrganisation("Acme");
  private final PipelineJob job = ledger.registry().startJob();

  @AfterEach
  void discard() {
    ledger.discard();
  }

  @Test
  void everyRowArrivesOnceInOrderWhilePeopleChangeTheConnector() {
    ConnectorId connector = connect(account, Set.of("events"));
    StreamId events = new StreamId(organisation, connector, "events");
    append(account, 3);
    try (RunningPipeline pipeline = RunningPipeline.direct(ledger, job, applied)) {
      await().atMost(PATIENCE).until(() -> applied.keys(events).size() == 3);

      ledger.registry().pause(connector);
      await().atMost(PATIENCE).until(() -> account.open() == 0);
      append(account, 2);
      ledger.registry().resume(connector);
      await().atMost(PATIENCE).until(() -> applied.keys(events).size() == 5);

      ExampleAccount other = account();
      ledger.registry().change(connector, other.settings());
      await().atMost(PATIENCE).until(() -> other.open() == 1 && account.open() == 0);

      ledger.registry().remove(connector);
      await().atMost(PATIENCE).until(() -> other.open() == 0);
      assertThat(pipeline.state().isTerminal()).isFalse();
    }
    assertThat(applied.keys(events)).doesNotHaveDuplicates().hasSize(5);
  }

  @Test
  void troubleHitsOnlyWhomItConcerns() {
    ExampleAccount broken = account();
    broken.events().troubles().fail(Category.AUTH, "the password of role reader was refused");
    broken.tables().put("t", Map.of("asset.kind", "table"));
    ConnectorId failing = connect(broken, Set.of("events", "tables", "no-such-stream"));
    ledger.registry().connect(organisation, "no-such-type", "{}");
    ConnectorId connector = connect(account, Set.of("events"));
    StreamId events = new StreamId(organisation, connector, "events");
    append(account, 3);
    try (RunningPipeline pipeline = RunningPipeline.direct(ledger, job, applied)) {
      await().atMost(PATIENCE).until(() -> applied.keys(events).size() == 3);
      await()
          .atMost(PATIENCE)
          .until(() -> applied.keys(new StreamId(organisation, failing, "tables")).contains("t"));
      await().atMost(PATIENCE).untilAsserted(() -> reportsTheFailureOf(failing, "events"));
      await().atMost(PATIENCE).untilAsserted(() -> reportsTheFailureOf(failing, "no-such-stream"));

      takeTheLeaseAway(events);
      append(account, 2);
      await().atMost(PATIENCE).until(() -> applied.keys(events).size() == 5);

      ledger.goDown();
      append(account, 1);
      await()
          .atMost(Duration.ofMinutes(2))
          .during(Duration.ofSeconds(2))
          .until(() -> !pipeline.state().isTerminal());
      ledger.comeUp();
      await().atMost(PATIENCE).until(() -> applied.keys(events).size() == 6);
      assertThat(applied.keys(events)).doesNotHaveDuplicates();
    }
  }

  @Test
  void aLaterJobTakesOverAndTheEarlierOneStops() {
    StreamId events = new StreamId(organisation, connect(account, Set.of("events")), "events");
    append(account, 3);
    try (RunningPipeline earlier = RunningPipeline.direct(ledger, job, applied)) {
      await().atMost(PATIENCE).until(() -> applied.keys(events).size() == 3);

      PipelineJob newest = ledger.registry().startJob();
      AppliedPages after = new AppliedPages(ledger);
      try (RunningPipeline later = RunningPipeline.direct(ledger, newest, after)) {
        append(account, 3);
        await().atMost(PATIENCE).until(() -> after.keys(events).size() == 3);
        await().atMost(PATIENCE).until(() -> earlier.state() == PipelineResult.State.DONE);
        assertThat(later.state().isTerminal()).isFalse();
        assertThat(applied.keys(events)).hasSize(3);
      }
    }
  }

  @Test
  void whatTheAccountSaysByItselfIsReadWithinSecondsThoughTheScheduleSaysAnHour() {
    account.hints().offer("events");
    ConnectorId connector =
        ledger
            .registry()
            .connect(
                organisation,
                "example",
                account.settings(),
                Set.of("events"),
                Map.of("events", Duration.ofHours(1)));
    StreamId events = new StreamId(organisation, connector, "events");
    append(account, 3);
    try (RunningPipeline pipeline = RunningPipeline.direct(ledger, job, applied)) {
      await().atMost(PATIENCE).until(() -> applied.keys(events).size() == 3);

      append(account, 1);
      account.hints().tell("events");
      await().atMost(PATIENCE).until(() -> applied.keys(events).size() == 4);
      assertThat(pipeline.state().isTerminal()).isFalse();
    }
  }

  private void reportsTheFailureOf(ConnectorId connector, String stream) {
    List<StreamReport> reports =
        ledger.leases().reports(new StreamId(organisation, connector, stream));
    assertThat(reports).isNotEmpty().allMatch(report -> report.failure() != null);
  }

  /** As a database restored from a backup does. */
  private void takeTheLeaseAway(StreamId stream) {
    LeaseHolder before = ledger.leases().holders(List.of(stream)).get(stream);
    ledger.leases().forget(stream);
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              LeaseHolder now = ledger.leases().holders(List.of(stream)).get(stream);
              return now != null && !now.equals(before);
            });
  }

  private ConnectorId connect(ExampleAccount to, Set<String> streams) {
    return ledger.registry().connect(organisation, "example", to.settings(), streams, Map.of());
  }

  private static void append(ExampleAccount account, int rows) {
    for (int row = 0; row < rows; row++) {
      int number = account.events().rows().size();
      account.events().append(LONG_AGO.plusSeconds(number), "k", 1);
    }
  }

  private static ExampleAccount account() {
    return ExampleAccount.named("account-" + UUID.randomUUID());
  }
}
