// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.LedgerAccess;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ledger in memory: the reference of the exactness protocol's rules (leases, epochs, base
 * sequences, refused commits). Each call is one atomic transaction. Safe for use by several
 * threads; a pipeline in the same JVM reaches it through {@link #access()}.
 */
public final class InMemoryLedger implements Ledger {
  private static final Map<UUID, InMemoryLedger> REACHABLE = new ConcurrentHashMap<>();

  private final UUID id = UUID.randomUUID();
  private final Rows rows;
  private final InMemoryRegistry registry;
  private final InMemoryLeases leases;
  private final InMemoryStreams streams;
  private final InMemoryEvidence evidence;
  private final InMemoryScores scores;
  private final InMemoryBackcasts backcasts;
  private final InMemoryRejected rejected;

  private InMemoryLedger(InstantSource clock) {
    rows = new Rows(clock);
    registry = new InMemoryRegistry(rows);
    leases = new InMemoryLeases(rows);
    streams = new InMemoryStreams(rows);
    evidence = new InMemoryEvidence(rows);
    scores = new InMemoryScores(rows);
    backcasts = new InMemoryBackcasts(rows, scores);
    rejected = new InMemoryRejected(rows);
  }

  /** An empty ledger on the system's clock. */
  public static InMemoryLedger create() {
    return create(Clock.systemUTC());
  }

  /** An empty ledger on a clock of the test's. */
  public static InMemoryLedger create(InstantSource clock) {
    InMemoryLedger ledger = new InMemoryLedger(clock);
    REACHABLE.put(ledger.id, ledger);
    return ledger;
  }

  /** What a pipeline takes along to reach this ledger; it works until the ledger is closed. */
  public LedgerAccess access() {
    return new Access(id);
  }

  /** From now on every call fails as an unreachable database does. */
  public void goDown() {
    rows.goDown();
  }

  /** From now on calls are answered again. */
  public void comeUp() {
    rows.comeUp();
  }

  /** The streams' rows as they are now, to be restored later. */
  public Backup backup() {
    return Backup.of(rows);
  }

  @Override
  public InMemoryRegistry registry() {
    return registry;
  }

  @Override
  public InMemoryLeases leases() {
    return leases;
  }

  @Override
  public InMemoryStreams streams() {
    return streams;
  }

  @Override
  public InMemoryEvidence evidence() {
    return evidence;
  }

  @Override
  public InMemoryScores scores() {
    return scores;
  }

  @Override
  public InMemoryBackcasts backcasts() {
    return backcasts;
  }

  @Override
  public InMemoryRejected rejected() {
    return rejected;
  }

  /** Does nothing to the content: instances close what they opened, the test owns the rows. */
  @Override
  public void close() {}

  /** Ends {@link #access()}: the test is over. */
  public void discard() {
    REACHABLE.remove(id);
  }

  private record Access(UUID id) implements LedgerAccess {
    @Override
    public Ledger open() {
      InMemoryLedger ledger = REACHABLE.get(id);
      if (ledger == null) {
        throw new IllegalStateException("the ledger in memory lives in another JVM or is gone");
      }
      return ledger;
    }
  }
}
