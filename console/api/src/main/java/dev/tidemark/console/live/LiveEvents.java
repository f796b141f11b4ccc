// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.live;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Location;
import dev.tidemark.postgres.database.News;
import dev.tidemark.postgres.database.News.Notice;
import dev.tidemark.spi.ledger.LedgerException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells pages what changes, with one thread and one listening connection for all of them, and
 * neither while nobody listens. For any number of threads.
 */
public final class LiveEvents implements AutoCloseable {
  /** The most pages that listen at a time. */
  static final int MOST = 64;

  private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);
  private static final Duration TICK = Duration.ofMillis(500);

  /** Whoever comes again within this misses nothing. */
  private static final Duration REMEMBERED = Duration.ofMinutes(2);

  private final Location location;
  private final Database database;
  private final Map<OrganisationId, Watching> watched = new HashMap<>();
  private final Semaphore room = new Semaphore(MOST);

  /** Channels whose news nobody could look into yet; for the one thread alone. */
  private Set<String> missed = Set.of();

  private @Nullable Thread thread;
  private boolean closed;

  /** Of a database seen as its owner. */
  public LiveEvents(Location location, Database database) {
    this.location = location;
    this.database = database;
  }

  /**
   * Lets a page listen to an organisation; empty where as many listen as may.
   *
   * @param seen the event it saw last; null for none
   */
  public Optional<Listener> listen(OrganisationId organisation, @Nullable String seen) {
    if (!room.tryAcquire()) {
      return Optional.empty();
    }
    Watching watching = watching(organisation);
    Listener listener = new Listener(leaving -> left(watching, leaving));
    try {
      watching.admit(listener, seen);
      return Optional.of(listener);
    } catch (RuntimeException failed) {
      listener.close();
      throw failed;
    }
  }

  private void left(Watching watching, Listener listener) {
    watching.leave(listener);
    room.release();
  }

  private synchronized Watching watching(OrganisationId organisation) {
    if (closed) {
      throw new IllegalStateException("the console is being stopped");
    }
    if (thread == null) {
      thread = new Thread(this::run, "tidemark-console-events");
      thread.setDaemon(true);
      thread.start();
    }
    Watching found = watched.computeIfAbsent(organisation, it -> new Watching(it, database));
    found.expect();
    return found;
  }

  private void run() {
    try (News news = new News(location, News.SCORES, News.REGISTRY)) {
      for (List<Watching> all = present(); !all.isEmpty(); all = present()) {
        round(all, news.await(TICK));
      }
    } catch (RuntimeException unexpected) {
      LOG.warn("no events are told until somebody listens anew", unexpected);
      giveUp();
    }
  }

  private void round(List<Watching> all, List<Notice> heard) {
    Set<String> channels = new HashSet<>();
    heard.forEach(notice -> channels.add(notice.channel()));
    channels.addAll(missed);
    missed = channels;
    try {
      for (Watching each : all) {
        if (channels.contains(News.SCORES)) {
          each.score();
        }
        each.look(Instant.now(), channels.contains(News.REGISTRY));
      }
      missed = Set.of();
    } catch (LedgerException away) {
      LOG.info("events wait for the database: {}", away.getMessage());
    }
  }

  /** Those somebody listens to or did just now; with the last of them the thread ends. */
  private synchronized List<Watching> present() {
    Instant forgotten = Instant.now().minus(REMEMBERED);
    watched.values().removeIf(it -> it.left().isBefore(forgotten));
    if (closed || watched.isEmpty()) {
      thread = null;
      return List.of();
    }
    return List.copyOf(watched.values());
  }

  private synchronized void giveUp() {
    thread = null;
    watched.values().forEach(Watching::end);
    watched.clear();
  }

  /** Ends with all who listen. */
  @Override
  public synchronized void close() {
    closed = true;
    watched.values().forEach(Watching::end);
  }
}
