// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.e2e.oracle.Comparison;
import dev.tidemark.e2e.oracle.Planted;
import dev.tidemark.e2e.oracle.RecordedOracle;
import dev.tidemark.e2e.world.Continuity;
import dev.tidemark.e2e.world.Sql;
import dev.tidemark.e2e.world.Streams;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Faults played while users are at work, and what the rows are judged by. */
final class Trial implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Trial.class.getName());

  /** Long enough for a quarantined stream's next try. */
  private static final Duration TO_CONVERGE = Duration.ofMinutes(3);

  /** After so long each fault is played once only. */
  private static final Duration LONGEST =
      Duration.parse(System.getProperty("chaos.longest", "PT24H"));

  private final Instant end = Instant.now().plus(LONGEST);
  private final Theatre theatre;
  private final Random random;
  private final EventfulAccount account;
  private final RecordedOracle oracle;
  private final Continuity continuity;

  /** In a theatre in which everything has been read once. */
  Trial(Theatre theatre, Path folder, long seed) {
    this.theatre = theatre;
    this.random = new Random(seed);
    this.account = new EventfulAccount(theatre, folder, seed);
    this.oracle = RecordedOracle.of(theatre.source);
    this.continuity = Continuity.of(theatre::watched);
  }

  /** Plays a fault so many times; one that cannot be played to its end does not end the trial. */
  Outcome play(Fault fault, int times) {
    try {
      return played(fault, times);
    } catch (AssertionError | RuntimeException failure) {
      LOG.log(System.Logger.Level.ERROR, fault + " cannot be played to its end", failure);
      rest();
      return Outcome.unplayed(fault, String.valueOf(failure.getMessage()));
    } finally {
      theatre.leaveOwnCluster();
    }
  }

  private Outcome played(Fault fault, int times) {
    List<Duration> recoveries = new ArrayList<>();
    double load = Load.now();
    theatre.workload.start();
    account.start();
    for (int time = 0; time < times && (time == 0 || Instant.now().isBefore(end)); time++) {
      recoveries.add(recovered(fault));
      load = Math.max(load, Load.now());
    }
    rest();
    theatre.source.awaitQuiet();
    Comparison rows = Comparison.awaited(this::compare, TO_CONVERGE);
    continuity.check();
    return new Outcome(fault, recoveries, rows, load);
  }

  private Duration recovered(Fault fault) {
    Instant lifted = fault.play(theatre, random);
    if (fault.name().startsWith("RESTORED_FROM")) {
      oracle.forgot();
    }
    Duration recovery = theatre.pulse.awaitRecovery(lifted);
    oracle.looked(lifted);
    return recovery;
  }

  private void rest() {
    theatre.workload.stop();
    account.stop();
  }

  private Comparison compare() {
    return oracle.compare(theatre.watched()).and(account.compare(theatre.eventful()));
  }

  /** A judge who finds nothing wrong is worth nothing. */
  void assertFindsWhatIsPlanted() {
    Sql rows = Planted.in(theatre.watched());
    Sql events = Planted.in(theatre.eventful());
    Streams.within("exactly what is planted is found", TO_CONVERGE)
        .untilAsserted(
            () -> assertFound(oracle.compare(rows).and(account.compare(events)).wrong()));
  }

  private static void assertFound(List<String> wrong) {
    assertThat(wrong).allMatch(Planted::isPlanted);
    for (String row : Planted.ROWS) {
      assertThat(wrong).as(row).anyMatch(it -> it.startsWith(row));
    }
    System.out.println("planted and found:\n" + String.join("\n", wrong));
  }

  @Override
  public void close() {
    account.close();
  }
}
