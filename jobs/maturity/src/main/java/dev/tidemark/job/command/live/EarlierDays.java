// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.maturity.live.Backcast;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Organisations.Organisation;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.ledger.PostgresLedger;
import dev.tidemark.spi.ledger.LedgerException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes the closes of the days before today, as {@code model backcast} does, once every stream
 * has been read by the running job: histories of platforms go further back than the first day
 * anybody asked. Begun again on the same day it leaves them as they are.
 */
final class EarlierDays implements Beside {
  private static final Logger LOG = LoggerFactory.getLogger(EarlierDays.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static final String DONE =
      """
      SELECT last_day FROM model_backcast
       WHERE organisation_id = ? AND model = ? AND last_day >= ? AND ended_at IS NOT NULL\
      """;

  private final DatabaseAccess access;
  private final boolean toTheEnd;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "earlier-days");

  /**
   * Of every organisation there is.
   *
   * @param toTheEnd whether closing waits for days that have been begun or can be
   */
  EarlierDays(DatabaseAccess access, boolean toTheEnd) {
    this.access = access.withConnections(2);
    this.toTheEnd = toTheEnd;
  }

  @Override
  public void begin() {
    thread.start();
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (Administration administration = Administration.of(access);
        Database database = access.database()) {
      boolean read = false;
      while (!read && !closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        read = isRead(administration, database);
      }
      if (read || (toTheEnd && isRead(administration, database))) {
        compute(administration, database);
      }
    } catch (CancellationException | InterruptedException ended) {
      LOG.info("the scores of earlier days are not all computed");
    } catch (RuntimeException failure) {
      LOG.warn("the scores of earlier days cannot be computed", failure);
    }
  }

  /** A database that is away for a moment ends nothing. */
  private static boolean isRead(Administration administration, Database database) {
    try {
      long job = administration.jobs().newest().map(it -> it.job().epoch()).orElse(0L);
      return Tally.of(new ProgressQuery(database).now(), job).isReadWholly();
    } catch (LedgerException away) {
      LOG.info("not known yet whether everything is read", away);
      return false;
    }
  }

  private void compute(Administration administration, Database database) {
    try (PostgresLedger ledger = access.open()) {
      String model = Preparation.active(administration);
      for (Organisation owner : administration.organisations().list()) {
        Backcast backcast = Backcast.of(ledger, model, owner.id(), Instant.now());
        backcast
            .evidence()
            .filter(days -> !isDone(database, owner, model, days))
            .ifPresent(days -> backcast.run(days, this::heard));
      }
    }
  }

  private static boolean isDone(
      Database database, Organisation owner, String model, Backcast.Span days) {
    Object[] series = {owner.id().value(), model, days.last()};
    return database.find(DONE, row -> row.date("last_day"), series).isPresent();
  }

  private void heard(Backcast.Step step) {
    if (!toTheEnd && closing.getCount() == 0) {
      throw new CancellationException("the run ended at " + step.day());
    }
  }
}
