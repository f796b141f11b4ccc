// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged job on a Flink cluster, while its users are at work, faults being played at random
 * moments: nothing is lost and nothing is counted twice.
 *
 * <p>The profile {@code chaos} plays all faults, the kills twenty times. In it, {@code
 * -Dchaos=NAME,NAME} chooses faults, {@code -Dchaos.times=N} says how often each is played; {@code
 * -Dseed=N} repeats a run. {@code -Dchaos.connectors=N} says of how many connectors one in ten
 * fails, {@code -Dchaos.backup.age=PT1H} how old a backup is that is restored, {@code
 * -Dchaos.longest=PT1H} after how long each fault that is left is played only once.
 */
final class ChaosTest {
  private static final long SEED = Long.getLong("seed", 1);
  private static final String SHORT = "TASK_MANAGER_KILLED,DATABASE_KILLED";

  private static List<Fault> faults() {
    String chosen = System.getProperty("chaos", SHORT);
    return chosen.equals("ALL")
        ? List.of(Fault.values())
        : Arrays.stream(chosen.split(",")).map(Fault::valueOf).toList();
  }

  @Test
  void everyFaultLeavesTheRowsRight(@TempDir Path folder) throws IOException {
    System.out.println("seed " + SEED);
    List<Outcome> outcomes = new ArrayList<>();
    try (Theatre theatre = Theatre.in(folder, SEED);
        Trial trial = new Trial(theatre, folder, SEED)) {
      if (faults().contains(Fault.RESTORED_FROM_OLD_BACKUP)) {
        theatre.keepBackup();
      }
      for (Fault fault : faults()) {
        outcomes.add(trial.play(fault, times(fault)));
        tell(Outcome.table(outcomes));
      }
      assertThat(outcomes)
          .allSatisfy(it -> assertThat(it.rows().wrong()).as(it.fault().name()).isEmpty());
      trial.assertFindsWhatIsPlanted();
    }
  }

  /** Also to those who wait for the end. */
  private static void tell(String table) throws IOException {
    System.out.println(table);
    Files.writeString(Path.of("target", "chaos.txt"), table);
  }

  private static int times(Fault fault) {
    String chosen = System.getProperty("chaos.times", "1");
    boolean once = fault.times() == 1;
    return chosen.isEmpty() || once ? fault.times() : Integer.parseInt(chosen);
  }
}
