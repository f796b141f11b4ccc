// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.ledger.LedgerException;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one background thread of a job in this JVM: every second it looks at the registry, ends what
 * was withdrawn, sees to it that hints are listened for and writes reports; every other second it
 * looks at the leases and for what is to be read again. While the ledger does not answer it says so
 * once and goes on trying.
 */
final class Housekeeping implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final int ROUNDS_PER_REFRESH = 30;

  private final PipelineJob job;
  private final RegistryView registry;
  private final LeaseWatch leases;
  private final ReplayWatch replays;
  private final Tidying tidying;
  private final Reports reports;
  private final CostGuards guards;
  private final HintWatch hints;
  private final Supplier<Collection<PolledStream>> streams;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "tidemark-source-housekeeping");
  private long rounds;
  private boolean silent;
  private boolean superseded;

  Housekeeping(
      PipelineJob job,
      RegistryView registry,
      LeaseWatch leases,
      ReplayWatch replays,
      Tidying tidying,
      Reports reports,
      CostGuards guards,
      HintWatch hints,
      Supplier<Collection<PolledStream>> streams) {
    this.job = job;
    this.registry = registry;
    this.leases = leases;
    this.replays = replays;
    this.tidying = tidying;
    this.reports = reports;
    this.guards = guards;
    this.hints = hints;
    this.streams = streams;
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Does everything once. */
  void round() {
    try {
      look();
      answered();
    } catch (LedgerException e) {
      unanswered(e.getMessage());
    } catch (RuntimeException e) {
      unanswered(Failures.of(e, "the ledger").getMessage());
    }
  }

  /** Returns when the last round has ended, or soon: what hangs is left behind. */
  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
    Patience.begin().await(thread);
  }

  private void run() {
    try {
      do {
        round();
      } while (!closed.await(1, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    registry.refresh();
    registry.superseding(job).ifPresent(this::superseded);
    Collection<PolledStream> present = streams.get();
    present.forEach(PolledStream::check);
    hints.look(present);
    reports.flush();
    rounds++;
    if (rounds % 2 == 0) {
      leases.look(streams.get());
      replays.look(streams.get());
    }
    if (rounds % ROUNDS_PER_REFRESH == 0) {
      guards.refresh();
    }
    tidying.round();
  }

  private void superseded(PipelineJob later) {
    if (!superseded) {
      superseded = true;
      LOG.warn("superseded by job {}: this one, {}, stops reading", later.id(), job.id());
    }
  }

  private void answered() {
    if (silent) {
      silent = false;
      LOG.info("the ledger answers again");
    }
  }

  private void unanswered(@Nullable String why) {
    if (!silent && closed.getCount() > 0) {
      silent = true;
      LOG.warn("{}; reading goes on and tries again", why);
    }
  }
}
