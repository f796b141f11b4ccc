// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.run;

import dev.tidemark.outlet.record.Recorder;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.News;
import dev.tidemark.spi.ledger.LedgerException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes and delivers events until it is closed, beside whatever else the process does. Any number
 * of runners may run on one database: each outlet is told by one of them at a time, and what one
 * leaves when it dies another takes up. While there is no outlet it only looks for one, once a
 * minute. Several outlets are told at the same time; more than {@value #THREADS} that hang at once
 * hold the others up for as long as their requests may take.
 */
public final class OutletRunner implements AutoCloseable {
  static final int THREADS = 16;

  private static final Logger LOG = LoggerFactory.getLogger(OutletRunner.class);
  private static final Duration SELDOM = Duration.ofMinutes(1);
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration BREATH = Duration.ofMillis(250);
  private static final Duration EVERYTHING = Duration.ofSeconds(15);
  private static final Duration FAREWELL = Duration.ofSeconds(10);

  private final DatabaseAccess access;
  private final Database database;
  private final OutletRows rows;
  private final Recorder recorder;
  private final OpenOutlets open;
  private final Deliverer deliverer;
  private final Set<UUID> underway = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "tidemark-outlets");
  private final ExecutorService workers =
      Executors.newFixedThreadPool(THREADS, OutletRunner::worker);
  private long noted;
  private long everything;

  private OutletRunner(DatabaseAccess access) {
    this.access = access;
    this.database = access.database();
    this.rows = new OutletRows(database);
    this.recorder = new Recorder(database);
    this.open = new OpenOutlets(rows, access.keyring());
    this.deliverer = new Deliverer(rows, open, this::isOver);
  }

  /** On a migrated database; nothing is asked of it yet. */
  public static OutletRunner of(DatabaseAccess access) {
    return new OutletRunner(access);
  }

  /** Starts, once; the database need not answer yet. */
  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "tidemark-outlet");
    thread.setDaemon(true);
    return thread;
  }

  private void run() {
    while (!isOver()) {
      try {
        if (rows.any()) {
          attend();
        } else {
          pause(SELDOM);
        }
      } catch (LedgerException away) {
        LOG.info("outlets wait for the database: {}", away.getMessage());
        pause(TICK);
      } catch (RuntimeException unexpected) {
        LOG.warn("outlets go on in a minute", unexpected);
        pause(SELDOM);
      }
    }
  }

  /** As long as there are outlets. */
  private void attend() {
    noted = System.nanoTime() - TICK.toNanos();
    everything = System.nanoTime() - EVERYTHING.toNanos();
    try (News news = new News(access.location(), News.SCORES)) {
      while (!isOver() && (!isPast(everything, EVERYTHING) || rows.any())) {
        note();
        rows.due().forEach(this::dispatch);
        if (!news.await(TICK).isEmpty()) {
          // There may be hundreds a second.
          pause(BREATH);
        }
      }
    }
  }

  /** News come for each score; looking once a second is enough for all of them. */
  private void note() {
    if (isPast(everything, EVERYTHING)) {
      recorder.everything();
      everything = System.nanoTime();
      noted = everything;
    } else if (isPast(noted, TICK)) {
      recorder.scores();
      noted = System.nanoTime();
    }
  }

  private static boolean isPast(long since, Duration wait) {
    return System.nanoTime() - since >= wait.toNanos();
  }

  private void dispatch(UUID outlet) {
    if (!isOver() && underway.add(outlet)) {
      workers.execute(() -> deliver(outlet));
    }
  }

  private void deliver(UUID outlet) {
    try {
      deliverer.deliver(outlet);
    } finally {
      underway.remove(outlet);
    }
  }

  private boolean isOver() {
    return closed.getCount() == 0;
  }

  private void pause(Duration length) {
    try {
      if (closed.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("outlets end");
      }
    } catch (InterruptedException end) {
      closed.countDown();
    }
  }

  /** Breaks off what is under way and lets go of everything; it is told again by the next one. */
  @Override
  public void close() {
    closed.countDown();
    open.close();
    workers.shutdown();
    try {
      thread.join(FAREWELL.toMillis());
      if (!workers.awaitTermination(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
        LOG.info("an outlet is left in the middle of a delivery");
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
    database.close();
  }
}
