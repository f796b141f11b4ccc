// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.e2e.world.FlinkCluster;
import dev.tidemark.e2e.world.Program;
import dev.tidemark.e2e.world.ShiftedClock;
import dev.tidemark.e2e.world.Streams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What happens to the job and to the cluster it runs on. */
final class ClusterFaults {
  private static final Duration LONGER_THAN_HEARTBEATS = Duration.ofSeconds(25);

  /** A leap second either way, a host that slept, an administrator's hand. */
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(-1),
          Duration.ofMinutes(90),
          Duration.ofMinutes(-90),
          Duration.ofDays(2));

  private ClusterFaults() {}

  static Instant killTaskManager(Theatre theatre, Random random) {
    theatre.pulse.abandonLeases();
    theatre.cluster.takeTaskManager().kill();
    Instant replaced = Instant.now();
    theatre.cluster.startTaskManager();
    return replaced;
  }

  /** A session cluster forgets its jobs with its JobManager. */
  static Instant killJobManager(Theatre theatre, Random random) {
    theatre.pulse.abandonLeases();
    theatre.cluster.killJobManager();
    theatre.cluster.startJobManager();
    return resubmit(theatre);
  }

  /** A cluster made for the job, with high availability, goes on with it by itself. */
  static Instant replaceJobManager(Theatre theatre, Random random) {
    FlinkCluster own = theatre.ownCluster();
    theatre.pulse.abandonLeases();
    own.killJobManager();
    Instant replaced = Instant.now();
    own.startJobManager();
    return replaced;
  }

  static Instant killAll(Theatre theatre, Random random) {
    theatre.pulse.abandonLeases();
    for (int number = 0; number < Theatre.TASK_MANAGERS; number++) {
      theatre.cluster.takeTaskManager().kill();
    }
    theatre.cluster.killJobManager();
    theatre.cluster.startJobManager();
    for (int number = 0; number < Theatre.TASK_MANAGERS; number++) {
      theatre.cluster.startTaskManager();
    }
    return resubmit(theatre);
  }

  /**
   * Clocks of one TaskManager, then of both, go forward and back. Flink plans by the wall clock, so
   * one that is put back holds reading up for as long: then the job is to be submitted again.
   */
  static Instant stepClocks(Theatre theatre, Random random) {
    List<ShiftedClock> clocks = new ArrayList<>();
    for (int number = 0; number < Theatre.TASK_MANAGERS; number++) {
      clocks.add(theatre.shiftedClock());
      theatre.cluster.takeTaskManager().kill();
      theatre.cluster.startTaskManager(clocks.get(number));
    }
    theatre.pulse.awaitRecovery(Instant.now());
    for (Duration step : STEPS) {
      clocks.get(0).shift(step);
      theatre.letPass(Duration.ofMillis(random.nextInt(3_000)));
      clocks.get(1).shift(step);
      theatre.letPass(Duration.ofSeconds(3));
    }
    clocks.forEach(clock -> clock.shift(Duration.ZERO));
    return resubmit(theatre);
  }

  private static Instant resubmit(Theatre theatre) {
    Streams.awaitAndTell(
        "the TaskManagers are there", () -> theatre.cluster.hasTaskManagers(Theatre.TASK_MANAGERS));
    Instant replaced = Instant.now();
    theatre.submit();
    return replaced;
  }

  /** What a frozen one does when it wakes, another does already: it must be fenced. */
  static Instant freeze(Theatre theatre, Random random) {
    Program frozen = theatre.cluster.takeTaskManager().signal("STOP");
    theatre.cluster.startTaskManager();
    Instant replaced = Instant.now();
    theatre.letPass(LONGER_THAN_HEARTBEATS);
    theatre.pulse.awaitRecovery(replaced);
    frozen.signal("CONT");
    theatre.letPass(Duration.ofSeconds(5));
    frozen.kill();
    return Instant.now();
  }

  static Instant submitTwice(Theatre theatre, Random random) {
    int older = theatre.newestJob();
    Instant submitted = Instant.now();
    assertThat(theatre.submit().out()).contains("Acme").contains("observed maturity");
    int newer = theatre.newestJob();
    Streams.awaitAndTell("the older job gives way", () -> state(theatre, older).equals("FAILED"));
    assertThat(theatre.cluster.failure(theatre.cluster.job(older)))
        .contains("superseded by job " + newer);
    assertThat(state(theatre, newer)).isEqualTo("RUNNING");
    return submitted;
  }

  private static String state(Theatre theatre, int job) {
    return theatre.cluster.job(job).path("state").asText();
  }

  static Instant restartWithoutState(Theatre theatre, Random random) {
    operations(theatre).cancel(newest(theatre));
    Instant restarted = Instant.now();
    theatre.submit();
    return restarted;
  }

  static Instant restartFromSavepoint(Theatre theatre, Random random) {
    String old = operations(theatre).savepoint(newest(theatre));
    theatre.letPass(Duration.ofMillis(5_000 + random.nextInt(5_000)));
    operations(theatre).cancel(newest(theatre));
    Instant restarted = Instant.now();
    theatre.submitFrom(old);
    return restarted;
  }

  static Instant restartAfterChange(Theatre theatre, Random random) {
    operations(theatre).cancel(newest(theatre));
    theatre.connect(random.nextBoolean() ? "2s" : "1s");
    Instant restarted = Instant.now();
    theatre.submit();
    return restarted;
  }

  /** From two tasks of each step to one, to four on more TaskManagers, and back to two. */
  static Instant rescale(Theatre theatre, Random random) {
    theatre.submit("--parallelism", "1");
    theatre.cluster.startTaskManager();
    theatre.cluster.startTaskManager();
    theatre.cluster.awaitTaskManagers(Theatre.TASK_MANAGERS + 2);
    theatre.submit("--parallelism", "4");
    Instant last = Instant.now();
    theatre.submit("--parallelism", "2");
    theatre.cluster.takeTaskManager().kill();
    theatre.cluster.takeTaskManager().kill();
    return last;
  }

  private static JobOperations operations(Theatre theatre) {
    return new JobOperations(theatre.cluster);
  }

  private static JsonNode newest(Theatre theatre) {
    return theatre.cluster.job(theatre.newestJob());
  }

  /** A file stands where checkpoints would go. */
  static Instant failCheckpoints(Theatre theatre, Random random) {
    Path place = theatre.cluster.checkpoints();
    Path aside = place.resolveSibling("checkpoints-aside");
    try {
      Files.move(place, aside);
      Files.createFile(place);
      theatre.letPass(Duration.ofSeconds(25));
      Files.delete(place);
      Files.move(aside, place);
      return Instant.now();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
