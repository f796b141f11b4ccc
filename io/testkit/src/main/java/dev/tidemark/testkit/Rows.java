// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.ledger.LedgerException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The tables of the ledger in memory under one lock: each {@link #transaction} is atomic. */
final class Rows {
  final InstantSource clock;
  final Map<OrganisationId, OrganisationRow> organisations = new TreeMap<>();
  final Map<ConnectorId, ConnectorRow> connectors = new TreeMap<>();
  final Map<StreamId, StreamRow> streams = new TreeMap<>();
  final Map<Lease, PipelineJob> leases = new HashMap<>();
  final Map<UUID, DeadLetter> letters = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private long version;
  private volatile boolean down;

  Rows(InstantSource clock) {
    this.clock = clock;
  }

  void goDown() {
    down = true;
  }

  void comeUp() {
    down = false;
  }

  /** The next tick of the version clock the registry and the organisations share. */
  long tick() {
    return ++version;
  }

  /** Runs one transaction, or fails as an unreachable database does. */
  <T> T transaction(Supplier<T> work) {
    if (down) {
      throw new LedgerException(
          "the ledger in memory was told to be down; tell it to come up",
          new IllegalStateException("down"));
    }
    return uninterrupted(work);
  }

  /** Runs work under the lock whether the database is reachable or not: for the test's own use. */
  <T> T uninterrupted(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  OrganisationRow organisation(OrganisationId id) {
    OrganisationRow row = organisations.get(id);
    if (row == null) {
      throw new IllegalArgumentException("no organisation " + id + "; add it first");
    }
    return row;
  }
}
