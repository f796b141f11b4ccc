// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.testkit.ExampleAccount;
import dev.tidemark.testkit.InMemoryLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The runner of production: resume delays, checkpoints and the stop are as expected there. */
class PollStreamsOnFlinkTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final InMemoryLedger ledger = InMemoryLedger.create();
  private final AppliedPages applied = new AppliedPages(ledger);
  private final ExampleAccount account = ExampleAccount.named("flink-" + UUID.randomUUID());
  private final OrganisationId organisation = ledger.registry().addOrganisation("Acme");

  @Test
  void aStreamIsReadOnceInOrderAcrossCheckpoints() {
    PipelineJob job = ledger.registry().startJob();
    ConnectorId connector =
        ledger
            .registry()
            .connect(organisation, "example", account.settings(), Set.of("events"), Map.of());
    StreamId events = new StreamId(organisation, connector, "events");
    account.events().pageSizes(() -> 10);
    append(0, 100);
    try (RunningPipeline pipeline = RunningPipeline.flink(ledger, job, applied)) {
      await().atMost(PATIENCE).until(() -> applied.keys(events).size() == 100);
      long before = account.events().fetches();
      append(100, 120);
      await().atMost(PATIENCE).until(() -> applied.keys(events).size() == 120);
      assertThat(account.events().fetches() - before).as("polls, not spinning").isLessThan(200);
      assertThat(pipeline.state().isTerminal()).isFalse();
    }
    await().atMost(PATIENCE).until(() -> account.open() == 0);
    assertThat(applied.keys(events))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 120).mapToObj(n -> "k/" + n).toList());
    ledger.discard();
  }

  private void append(int from, int to) {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    for (int row = from; row < to; row++) {
      account.events().append(start.plusSeconds(row), "k", 1);
    }
  }
}
