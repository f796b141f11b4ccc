// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.e2e.oracle.Comparison;
import dev.tidemark.e2e.oracle.Planted;
import dev.tidemark.e2e.oracle.RecordedOracle;
import dev.tidemark.e2e.world.Continuity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged job on a Flink cluster, while its users are at work, faults being played at random
 * moments: nothing is lost and nothing is counted twice.
 *
 * <p>The profile {@code chaos} plays all faults, the kills twenty times. In it, {@code
 * -Dchaos=NAME,NAME} chooses faults, {@code -Dchaos.times=N} says how often each is played; {@code
 * -Dseed=N} repeats a run. {@code -Dchaos.connectors=N} says of how many connectors one in ten
 * fails, {@code -Dchaos.backup.age=PT1H} how old a backup is that is restored.
 */
final class ChaosTest {
  private static final long SEED = Long.getLong("seed", 1);
  private static final String SHORT = "TASK_MANAGER_KILLED,DATABASE_KILLED";

  /** Long enough for a quarantined stream's next try. */
  private static final Duration TO_CONVERGE = Duration.ofMinutes(3);

  private static List<Fault> faults() {
    String chosen = System.getProperty("chaos", SHORT);
    return chosen.equals("ALL")
        ? List.of(Fault.values())
        : Arrays.stream(chosen.split(",")).map(Fault::valueOf).toList();
  }

  @Test
  void everyFaultLeavesTheRowsRight(@TempDir Path folder) throws IOException {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    List<Outcome> outcomes = new ArrayList<>();
    try (Theatre theatre = Theatre.in(folder, SEED)) {
      RecordedOracle oracle = RecordedOracle.of(theatre.source);
      Continuity continuity = Continuity.of(theatre::watched);
      for (Fault fault : faults()) {
        outcomes.add(playedOrNot(fault, theatre, oracle, continuity, random));
        System.out.println(Outcome.table(outcomes.subList(outcomes.size() - 1, outcomes.size())));
      }
      System.out.println(Outcome.table(outcomes));
      assertThat(outcomes)
          .allSatisfy(it -> assertThat(it.rows().wrong()).as(it.fault().name()).isEmpty());
      assertFindsWhatIsPlanted(theatre, oracle);
    }
  }

  /** One that cannot be played to its end does not keep the others from being played. */
  @SuppressWarnings("CatchAndPrintStackTrace") // the run goes on; the table says that it failed
  private static Outcome playedOrNot(
      Fault fault, Theatre theatre, RecordedOracle oracle, Continuity continuity, Random random) {
    try {
      Outcome outcome = played(fault, theatre, oracle, random);
      continuity.check();
      return outcome;
    } catch (AssertionError | RuntimeException failure) {
      failure.printStackTrace(System.out);
      theatre.workload.stop();
      return Outcome.unplayed(fault, String.valueOf(failure.getMessage()));
    }
  }

  private static Outcome played(
      Fault fault, Theatre theatre, RecordedOracle oracle, Random random) {
    List<Duration> recoveries = new ArrayList<>();
    double load = Load.now();
    theatre.workload.start();
    for (int time = 0; time < times(fault); time++) {
      Instant lifted = fault.play(theatre, random);
      if (fault == Fault.RESTORED_FROM_BACKUP) {
        oracle.forgot();
      }
      recoveries.add(theatre.awaitRecovery(lifted));
      oracle.looked(lifted);
    }
    load = Math.max(load, Load.now());
    theatre.workload.stop();
    theatre.source.awaitQuiet();
    return new Outcome(fault, recoveries, oracle.compare(theatre::watched, TO_CONVERGE), load);
  }

  private static int times(Fault fault) {
    String chosen = System.getProperty("chaos.times", "1");
    return chosen.isEmpty() ? fault.times() : Integer.parseInt(chosen);
  }

  /** One that finds nothing wrong is worth nothing. */
  private static void assertFindsWhatIsPlanted(Theatre theatre, RecordedOracle oracle) {
    Comparison comparison = oracle.compare(Planted.in(theatre.watched()));
    System.out.println("planted and found:\n" + String.join("\n", comparison.wrong()));
    assertThat(comparison.wrong()).hasSameSizeAs(Planted.ROWS);
    Planted.ROWS.forEach(row -> assertThat(comparison.wrong()).anyMatch(it -> it.startsWith(row)));
  }
}
