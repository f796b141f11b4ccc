// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.testkit.ExampleAccount;
import dev.tidemark.testkit.InMemoryLedger;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenConnectorsTest {
  private final InMemoryLedger ledger = InMemoryLedger.create();
  private final ExampleAccount account = ExampleAccount.named("open-" + UUID.randomUUID());
  private final OrganisationId organisation = ledger.registry().addOrganisation("Acme");
  private final ConnectorId connector =
      ledger.registry().connect(organisation, "example", account.settings());
  private final OpenConnectors connectors =
      new OpenConnectors(
          ledger.registry(),
          new Budgets(Clock.systemUTC()),
          new CostGuards(ledger.registry(), Clock.systemUTC()));

  @AfterEach
  void discard() {
    ledger.discard();
  }

  @Test
  void streamsShareAConnectorWhoseSettingsAreReadOnceAndWhyIsKept() {
    Assignment events = assignment("events");
    Assignment runs = assignment("runs");
    OpenConnector shared = connectors.acquire(events, "reading for job 1");

    assertThat(connectors.acquire(runs, "reading for job 1")).isSameAs(shared);
    assertThat(ledger.registry().accesses()).containsExactly("reading for job 1");
    connectors.release(events);
    assertThat(account.open()).isEqualTo(1);
    connectors.release(runs);
    assertThat(account.open()).isZero();
  }

  @Test
  void aNewVersionOpensAnewWhileTheOldOneIsStillRead() {
    Assignment before = assignment("events");
    connectors.acquire(before, "");
    ledger.registry().change(connector, account.settings());
    connectors.acquire(assignment("events"), "");
    assertThat(account.open()).isEqualTo(2);
    connectors.release(before);
    assertThat(account.open()).isEqualTo(1);
  }

  @Test
  void credentialsOfOneAccountShareItsBudget() {
    ConnectorId twin = ledger.registry().connect(organisation, "example", account.settings());
    OpenConnector one = connectors.acquire(assignment("events"), "");
    OpenConnector other = connectors.acquire(assignment(twin, "events"), "");
    assertThat(one.budget()).isSameAs(other.budget());
  }

  @Test
  void whatCannotBeOpenedSaysWhyAndLeavesNothingBehind() {
    ledger.registry().change(connector, "{\"account\":\"env:NO_SUCH_VARIABLE_HERE\"}");
    refuses(assignment("events"), Category.CONFIG, "NO_SUCH_VARIABLE_HERE");
    ledger.registry().change(connector, "{\"account\":hunter2");
    refuses(assignment("events"), Category.CONFIG, "no JSON object");
    Assignment gone = assignment("events");
    ledger.registry().remove(connector);
    refuses(gone, Category.NOT_FOUND, "not registered any more");
    assertThat(account.open()).isZero();
  }

  @Test
  void closingClosesWhatIsStillOpen() {
    connectors.acquire(assignment("events"), "");
    connectors.close();
    assertThat(account.open()).isZero();
  }

  private void refuses(Assignment assignment, Category category, String message) {
    assertThatThrownBy(() -> connectors.acquire(assignment, ""))
        .isInstanceOfSatisfying(
            ConnectorException.class, e -> assertThat(e.category()).isEqualTo(category))
        .hasMessageContaining(message)
        .hasMessageNotContaining("hunter2");
  }

  private Assignment assignment(String stream) {
    return assignment(connector, stream);
  }

  private Assignment assignment(ConnectorId of, String stream) {
    long version = Objects.requireNonNull(ledger.registry().activeVersions().get(of));
    StreamId id = new StreamId(organisation, of, stream);
    return new Assignment(id, "example", version, Duration.ofSeconds(1));
  }
}
