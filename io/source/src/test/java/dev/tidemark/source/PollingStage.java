// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.ledger.StreamReport;
import dev.tidemark.testkit.ExampleAccount;
import dev.tidemark.testkit.InMemoryLedger;
import dev.tidemark.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** Streams whose pool works when the test says so, by a clock the test moves. */
abstract class PollingStage {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final int PAGES_IN_FLIGHT = 4;

  final VirtualClock clock = VirtualClock.at(START);
  final InMemoryLedger ledger = InMemoryLedger.create(clock);
  final ExampleAccount account = ExampleAccount.named("polled-" + UUID.randomUUID()).on(clock);
  final OrganisationId organisation = ledger.registry().addOrganisation("Acme");
  final ConnectorId connector =
      ledger.registry().connect(organisation, "example", account.settings());
  final PipelineJob job = ledger.registry().startJob();
  final Deque<Runnable> pool = new ArrayDeque<>();
  final Polling polling = polling(new FetchPool(type -> pool::add, PAGES_IN_FLIGHT));
  final PolledStream stream = stream("events");

  @AfterEach
  void discard() {
    ledger.discard();
  }

  /** Advances and lets the pool work until it has nothing to do. */
  void work() {
    stream.advance();
    runPool();
  }

  void runPool() {
    while (!pool.isEmpty()) {
      runOne();
    }
  }

  void runOne() {
    pool.remove().run();
  }

  long sequence() {
    return Objects.requireNonNull(stream.poll()).stamp().sequence();
  }

  Map<Outcome, Long> counts() {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    stream.count(counts::put);
    return counts;
  }

  List<StreamReport> reports(String name) {
    return ledger.leases().reports(new StreamId(organisation, connector, name));
  }

  void append(int rows) {
    for (int row = 0; row < rows; row++) {
      account.events().append(START.minusSeconds(1_000L - row), "k", 1);
    }
  }

  PolledStream stream(String name) {
    return stream(name, polling);
  }

  PolledStream stream(String name, Polling with) {
    return stream(name, with, Duration.ofSeconds(1));
  }

  PolledStream stream(String name, Polling with, Duration interval) {
    Long version = ledger.registry().activeVersions().get(connector);
    return new PolledStream(
        with,
        with.held().new Visits(),
        new Assignment(
            new StreamId(organisation, connector, name),
            "example",
            Objects.requireNonNull(version),
            interval),
        7);
  }

  final Polling polling(FetchPool threads) {
    return new Polling(
        job,
        ledger.leases(),
        ledger.rejected(),
        new RegistryView(ledger.registry(), System::nanoTime),
        new OpenConnectors(
            ledger.registry(), new Budgets(clock), new CostGuards(ledger.registry(), clock)),
        threads,
        new Reports(ledger.leases()),
        new HeldLeases(),
        PageLimits.STANDARD,
        SourceLimits.STANDARD.fetchDeadline(),
        clock);
  }
}
