// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.testkit.ExampleAccount;
import dev.tidemark.testkit.InMemoryLedger;
import dev.tidemark.testkit.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Starting and stopping what the instances of a job share. */
@Timeout(600)
final class SourceRuntimeTest {
  private final InMemoryLedger ledger = InMemoryLedger.create(VirtualClock.at(PollingStage.START));
  private final ExampleAccount account = ExampleAccount.named("runtime-" + UUID.randomUUID());
  private final OrganisationId organisation = ledger.registry().addOrganisation("Acme");
  private final ConnectorId connector =
      ledger.registry().connect(organisation, "example", account.settings());
  private final PipelineJob job = ledger.registry().startJob();
  private final WatchedBooks books = new WatchedBooks(ledger);
  private final Object owner = new Object();
  private final CountDownLatch left = new CountDownLatch(1);
  private final SourceRuntime runtime =
      SourceRuntime.enter(RuntimeKey.of(books, job, SourceLimits.STANDARD));

  @AfterEach
  void discard() {
    ledger.discard();
  }

  /** The books are closed after the last question to them, not while one is under way. */
  @Test
  void stoppingGivesLeasesBackBeforeTheBooksAreClosed() throws InterruptedException {
    StreamId stream = poll();
    books.taken.await();
    stop();
    books.askedToRelease.await();
    books.mayAnswer.countDown();
    left.await();
    assertThat(ledger.leases().holders(List.of(stream))).isEmpty();
    assertThat(books.unfinished).isEmpty();
    assertThat(books.tooLate).isEmpty();
    assertThat(account.open()).isZero();
  }

  @Test
  void stoppingWaitsForTheBackgroundThread() throws InterruptedException {
    poll();
    books.askedForHolders.await();
    stop();
    books.askedToRelease.await();
    books.mayAnswer.countDown();
    left.await();
    assertThat(books.unfinished).isEmpty();
    assertThat(books.tooLate).isEmpty();
  }

  private StreamId poll() {
    StreamId stream = new StreamId(organisation, connector, "events");
    long version = Objects.requireNonNull(ledger.registry().activeVersions().get(connector));
    Assignment assignment = new Assignment(stream, "example", version, Duration.ofSeconds(1));
    runtime.streams().adopt(assignment, 1, 0, owner).advance();
    return stream;
  }

  private void stop() {
    new Thread(
            () -> {
              runtime.leave(owner);
              left.countDown();
            })
        .start();
  }
}
