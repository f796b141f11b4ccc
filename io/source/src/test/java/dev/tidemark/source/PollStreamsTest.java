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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both transforms together on the direct runner: what people do to connectors takes effect. */
class PollStreamsTest {
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration SOON = Duration.ofSeconds(5);

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
    ConnectorId connector = connect(account);
    StreamId events = new StreamId(organisation, connector, "events");
    append(account, 3);
    try (RunningPipeline pipeline = RunningPipeline.direct(ledger, job, applied)) {
      await().atMost(SOON.multipliedBy(2)).until(() -> applied.keys(events).size() == 3);

      ledger.registry().pause(connector);
      await().atMost(SOON).until(() -> account.open() == 0);
      append(account, 2);
      ledger.registry().resume(connector);
      await().atMost(SOON).until(() -> applied.keys(events).size() == 5);

      ExampleAccount other = account();
      ledger.registry().change(connector, other.settings());
      await().atMost(SOON).until(() -> other.open() == 1 && account.open() == 0);

      ledger.registry().remove(connector);
      await().atMost(SOON).until(() -> other.open() == 0);
      assertThat(pipeline.state().isTerminal()).isFalse();
    }
    assertThat(applied.keys(events)).doesNotHaveDuplicates().hasSize(5);
  }

  private ConnectorId connect(ExampleAccount to) {
    return ledger
        .registry()
        .connect(organisation, "example", to.settings(), Set.of("events"), Map.of());
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
