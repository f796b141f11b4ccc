// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.chaos;

import dev.tidemark.e2e.world.Line;
import dev.tidemark.e2e.world.Line.Quality;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Two faults at the same time. */
final class Combinations {
  private static final int A_MOMENT = 4_000;

  private static final List<Quality> BAD =
      List.of(Quality.CUT, Quality.STALLED, Quality.SLOW, Quality.HALVED);

  private Combinations() {}

  /** A process is killed while a line is bad: which process, which line and how is drawn. */
  static Instant killWhileLineIsBad(Theatre theatre, Random random) {
    boolean source = random.nextBoolean();
    Quality quality = BAD.get(random.nextInt(BAD.size()));
    Fault killed = random.nextBoolean() ? Fault.TASK_MANAGER_KILLED : Fault.DATABASE_KILLED;
    System.out.println(
        killed + " while the line to the " + (source ? "source" : "database") + " is " + quality);
    Line line = source ? theatre.toSource : theatre.toServer;
    line.become(quality);
    theatre.letPass(Duration.ofMillis(random.nextInt(A_MOMENT)));
    killed.play(theatre, random);
    theatre.letPass(Duration.ofMillis(random.nextInt(A_MOMENT)));
    line.become(Quality.GOOD);
    return Instant.now();
  }

  /** The database is killed while a TaskManager is being replaced. */
  static Instant killBoth(Theatre theatre, Random random) {
    Fault.TASK_MANAGER_KILLED.play(theatre, random);
    theatre.letPass(Duration.ofMillis(random.nextInt(2 * A_MOMENT)));
    return Fault.DATABASE_KILLED.play(theatre, random);
  }
}
