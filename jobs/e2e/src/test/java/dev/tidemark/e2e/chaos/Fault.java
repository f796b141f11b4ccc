// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.chaos;

import dev.tidemark.e2e.world.Line;
import dev.tidemark.e2e.world.Line.Quality;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * What goes wrong. Each is over, as far as its cause goes, when it has been played: what is left is
 * for Tidemark to mend.
 */
@SuppressWarnings("ImmutableEnumChecker") // what is played keeps nothing
enum Fault {
  TASK_MANAGER_KILLED(20, ClusterFaults::killTaskManager),
  JOB_MANAGER_KILLED(20, ClusterFaults::killJobManager),
  JOB_MANAGER_REPLACED(20, ClusterFaults::replaceJobManager),
  CLUSTER_KILLED(20, ClusterFaults::killAll),
  TASK_MANAGER_FROZEN(3, ClusterFaults::freeze),
  SUBMITTED_TWICE(3, ClusterFaults::submitTwice),
  RESTARTED_WITHOUT_STATE(3, ClusterFaults::restartWithoutState),
  RESTARTED_FROM_OLD_SAVEPOINT(3, ClusterFaults::restartFromSavepoint),
  RESTARTED_AFTER_CHANGE(3, ClusterFaults::restartAfterChange),
  RESCALED(2, ClusterFaults::rescale),
  CHECKPOINTS_FAIL(3, ClusterFaults::failCheckpoints),
  CLOCKS_STEPPED(2, ClusterFaults::stepClocks),

  DATABASE_KILLED(20, DatabaseFaults::kill),
  DATABASE_RESTARTED(3, DatabaseFaults::restart),
  DATABASE_STOPPED(3, DatabaseFaults::stop),
  DATABASE_LINE_CUT(3, bad(theatre -> theatre.toServer, Quality.CUT)),
  DATABASE_LINE_STALLED(3, bad(theatre -> theatre.toServer, Quality.STALLED)),
  DATABASE_LINE_SLOW(3, bad(theatre -> theatre.toServer, Quality.SLOW)),
  DATABASE_REPLIES_HALVED(3, bad(theatre -> theatre.toServer, Quality.HALVED)),
  DATABASE_REPLIES_GARBLED(3, bad(theatre -> theatre.toServer, Quality.GARBLED)),
  OUT_OF_CONNECTIONS(3, DatabaseFaults::takeConnections),
  READ_ONLY(3, DatabaseFaults::readOnly),
  DISK_FULL(3, DatabaseFaults::fillDisk),
  DEADLOCKED(3, DatabaseFaults::deadlock),
  LOCKED_FOR_A_MINUTE(2, DatabaseFaults::lock),
  RESTORED_FROM_BACKUP(3, DatabaseFaults::restore),

  SOURCE_LINE_CUT(3, bad(theatre -> theatre.toSource, Quality.CUT)),
  SOURCE_LINE_STALLED(3, bad(theatre -> theatre.toSource, Quality.STALLED)),
  SOURCE_LINE_SLOW(3, bad(theatre -> theatre.toSource, Quality.SLOW)),
  SOURCE_REPLIES_HALVED(3, bad(theatre -> theatre.toSource, Quality.HALVED)),
  SOURCE_REPLIES_GARBLED(3, bad(theatre -> theatre.toSource, Quality.GARBLED)),

  POISON_IN_EVERY_PAGE(3, AccountFaults::poison),
  ACCOUNT_HANGS(3, AccountFaults::hang),
  ONE_IN_TEN_FAILS(1, AccountFaults::failMany),

  KILLED_WHILE_LINE_IS_BAD(10, Combinations::killWhileLineIsBad),
  TASK_MANAGER_AND_DATABASE_KILLED(10, Combinations::killBoth),

  /** Last, so that the backup is as old as the run. */
  RESTORED_FROM_OLD_BACKUP(1, DatabaseFaults::restoreOld);

  /** Plays it at a random moment; answers from when on Tidemark can be well again. */
  @FunctionalInterface
  interface Play {
    Instant on(Theatre theatre, Random random);
  }

  /** Which line. */
  @FunctionalInterface
  private interface Choice {
    Line of(Theatre theatre);
  }

  private final int times;
  private final Play play;

  Fault(int times, Play play) {
    this.times = times;
    this.play = play;
  }

  /** How often the full run plays it. */
  int times() {
    return times;
  }

  Instant play(Theatre theatre, Random random) {
    theatre.letPass(Duration.ofMillis(random.nextInt(3_000)));
    return play.on(theatre, random);
  }

  private static Play bad(Choice line, Quality quality) {
    return (theatre, random) -> {
      line.of(theatre).become(quality);
      theatre.letPass(Duration.ofMillis(5_000 + random.nextInt(10_000)));
      line.of(theatre).become(Quality.GOOD);
      return Instant.now();
    };
  }
}
