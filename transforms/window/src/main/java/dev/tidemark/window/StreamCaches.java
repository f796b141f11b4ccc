// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.StreamId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The streams folded in this JVM for one job. A cache and no more: whatever is missing is loaded
 * from the database, so the least recently used may go at any time. Safe for use by several
 * threads.
 */
final class StreamCaches {
  private static final Map<UUID, StreamCaches> JOBS = new ConcurrentHashMap<>();

  private final UUID job;
  private final int most;
  private final Map<StreamId, StreamFold> folds;
  private int users;

  private StreamCaches(UUID job, int most) {
    this.job = job;
    this.most = most;
    this.folds = new Recent();
  }

  /** The caches of a job, to be closed by everyone who opened them. */
  static StreamCaches open(UUID job, int most) {
    return JOBS.compute(
        job,
        (id, known) -> {
          StreamCaches caches = known == null ? new StreamCaches(id, most) : known;
          caches.users++;
          return caches;
        });
  }

  StreamFold of(StreamId stream, Horizon horizon) {
    synchronized (folds) {
      return folds.computeIfAbsent(stream, id -> StreamFold.of(id, horizon));
    }
  }

  int size() {
    synchronized (folds) {
      return folds.size();
    }
  }

  /** The last one to leave turns off the light: a job that restarts loads everything anew. */
  void close() {
    JOBS.computeIfPresent(job, (id, caches) -> --caches.users == 0 ? null : caches);
  }

  /** Forgets the least recently used stream when there are too many. */
  private final class Recent extends LinkedHashMap<StreamId, StreamFold> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<StreamId, StreamFold> eldest) {
      return size() > most;
    }
  }
}
