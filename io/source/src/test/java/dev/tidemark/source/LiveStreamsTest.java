// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.testkit.InMemoryLedger;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LiveStreamsTest {
  private static final long ELEMENT = 7;

  private final InMemoryLedger ledger = InMemoryLedger.create();
  private final Assignment assignment =
      new Assignment(
          new StreamId(
              new OrganisationId(UUID.randomUUID()), new ConnectorId(UUID.randomUUID()), "events"),
          "example",
          1,
          Duration.ofSeconds(1));
  private final LiveStreams streams = new LiveStreams(polling());
  private final Object owner = new Object();

  @Test
  void anElementKeepsItsStreamWhileItsRestrictionIsWhereItWasLeft() {
    PolledStream stream = streams.adopt(assignment, ELEMENT, 0, owner);
    streams.moved(ELEMENT, 3);
    assertThat(streams.adopt(assignment, ELEMENT, 3, owner)).isSameAs(stream);
  }

  @Test
  void aRestrictionThatWentBackGetsANewStreamAndANewLease() {
    PolledStream stream = streams.adopt(assignment, ELEMENT, 0, owner);
    streams.moved(ELEMENT, 3);
    assertThat(streams.adopt(assignment, ELEMENT, 2, owner)).isNotSameAs(stream);
    assertThat(stream.ended()).isTrue();
  }

  @Test
  void aStreamGoesAlongWithItsElementToAnotherInstanceAndOutlivesTheFirst() {
    Object next = new Object();
    PolledStream stream = streams.adopt(assignment, ELEMENT, 0, owner);
    streams.adopt(assignment, ELEMENT, 0, next);
    streams.abandon(owner);
    assertThat(stream.ended()).isFalse();
    streams.abandon(next);
    assertThat(stream.ended()).isTrue();
    assertThat(streams.size()).isZero();
  }

  @Test
  void twoElementsOfOneStreamDoNotShareAReader() {
    assertThat(streams.adopt(assignment, ELEMENT, 0, owner))
        .isNotSameAs(streams.adopt(assignment, ELEMENT + 1, 0, owner));
  }

  private Polling polling() {
    Clock clock = Clock.systemUTC();
    return new Polling(
        ledger.registry().startJob(),
        ledger.leases(),
        ledger.rejected(),
        new RegistryView(ledger.registry(), System::nanoTime),
        new OpenConnectors(
            ledger.registry(), new Budgets(clock), new CostGuards(ledger.registry(), clock)),
        new FetchPool(type -> work -> {}, 1),
        new Reports(ledger.leases()),
        new HeldLeases(),
        PageLimits.STANDARD,
        SourceLimits.STANDARD.fetchDeadline(),
        clock);
  }
}
