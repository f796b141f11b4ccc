// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.spi.ledger.LeaseAnswer;
import dev.tidemark.spi.ledger.LeaseHolder;
import dev.tidemark.spi.ledger.LedgerException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream's way into reading: its connector opened and a lease taken. Every call blocks and is
 * made in the fetch pool.
 *
 * @param answer what the ledger said to the lease
 */
record Joining(Lease lease, StreamOpening opening, LeaseAnswer answer) {
  private static final Logger LOG = LoggerFactory.getLogger(Joining.class);

  /**
   * Opens the connector and takes a new lease, also where opening failed: the failure is reported
   * under it.
   *
   * @throws LedgerException if the ledger could not be asked; nothing is left open then
   */
  static Joining of(Assignment assignment, Polling polling) {
    String purpose = "reading for job " + polling.job().id();
    StreamOpening opening = StreamOpening.of(assignment, polling.connectors(), purpose);
    Lease lease = Lease.random();
    try {
      LeaseAnswer answer =
          polling.leases().take(assignment.stream(), lease, polling.job(), opening.plan());
      return new Joining(lease, opening, answer);
    } catch (LedgerException e) {
      leave(opening.connector(), assignment, polling);
      throw e;
    }
  }

  /** Who holds the stream now; null for nobody. */
  static @Nullable LeaseHolder holder(StreamId stream, Polling polling) {
    return polling.leases().holders(List.of(stream)).get(stream);
  }

  /** Undoes it: the stream has ended in between. */
  void undo(Assignment assignment, Polling polling) {
    depart(opening.connector(), lease, assignment, polling);
  }

  /** Gives the lease back, if there is one, and lets go of the connector, if it is open. */
  static void depart(
      @Nullable OpenConnector connector,
      @Nullable Lease lease,
      Assignment assignment,
      Polling polling) {
    if (lease != null) {
      report(polling);
      release(assignment.stream(), lease, polling);
    }
    polling.pool().closing().execute(() -> leave(connector, assignment, polling));
  }

  /** What is to be told under a lease is told before it is given back. */
  private static void report(Polling polling) {
    try {
      polling.reports().flush();
    } catch (LedgerException e) {
      LOG.debug("reports are kept for later: {}", e.getMessage());
    }
  }

  /** Gives a lease back; if the ledger does not answer, nobody needs to. */
  private static void release(StreamId stream, Lease lease, Polling polling) {
    try {
      polling.leases().release(stream, lease);
    } catch (LedgerException e) {
      LOG.debug("the lease of {} was not given back: {}", stream, e.getMessage());
    }
  }

  /** What becomes of a stream whose lease was not given. */
  Outcome refusal() {
    return answer instanceof LeaseAnswer.Gone ? Outcome.WITHDRAWN : Outcome.SUPERSEDED;
  }

  /** Lets go of a connector, if there is one. */
  static void leave(@Nullable OpenConnector connector, Assignment assignment, Polling polling) {
    if (connector != null) {
      polling.connectors().release(assignment);
    }
  }
}
