// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.chaos;

import dev.tidemark.e2e.world.Sql;
import dev.tidemark.e2e.world.Streams;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What commits tell of the job: whether it lives. */
final class Pulse {
  private static final String UNHEALTHY =
      """
      SELECT count(*) FROM stream
       WHERE lease IS NULL OR failing_since IS NOT NULL OR last_poll IS NULL OR last_poll <= '%s'
          OR job_epoch < (SELECT max(epoch) FROM pipeline_job)\
      """;

  private static final String LEASES = "SELECT lease, name FROM stream WHERE lease IS NOT NULL";

  private static final String COMMITTED =
      """
      SELECT %s FROM stream
       WHERE committed_at > '%s' AND lease::text <> ALL (string_to_array('%s', ','))\
      """;

  private final Supplier<Sql> watched;
  private Set<String> abandoned = Set.of();

  Pulse(Supplier<Sql> watched) {
    this.watched = watched;
  }

  /**
   * What is committed under leases of now is no sign of recovery: tasks go on for a moment after
   * what makes them end.
   */
  void abandonLeases() {
    abandoned = watched.get().table(LEASES).keySet();
  }

  /**
   * Waits until the job is well again: it holds and has read every stream since a moment.
   *
   * @return how long after that moment its first commit was accepted
   */
  Duration awaitRecovery(Instant lifted) {
    Streams.within("a commit is accepted", Streams.PATIENCE)
        .ignoreExceptions()
        .until(() -> watched.get().number(committed("count(*)", lifted)) > 0);
    Duration first = Duration.between(lifted, firstCommit(lifted));
    abandoned = Set.of();
    Streams.within("all streams are read again", Streams.PATIENCE)
        .ignoreExceptions()
        .until(() -> hasReadAllSince(lifted));
    return first;
  }

  /** Whether the job holds every stream of the source and has read it since a moment. */
  boolean hasReadAllSince(Instant moment) {
    return watched.get().number(UNHEALTHY.formatted(moment)) == 0;
  }

  /** Lets time pass; answers how old the last commit was at most. */
  Duration longestGap(Duration time) {
    Instant end = Instant.now().plus(time);
    List<Duration> ages = new ArrayList<>();
    Streams.within(time + " are over", time.plus(Streams.PATIENCE))
        .until(
            () -> {
              ages.add(Duration.between(lastCommit(), Instant.now()));
              return Instant.now().isAfter(end);
            });
    return Collections.max(ages);
  }

  private Instant lastCommit() {
    return commit("SELECT extract(epoch FROM max(committed_at)) * 1000 FROM stream");
  }

  /** The first there was, or one soon after: of each stream only the last is known. */
  private Instant firstCommit(Instant since) {
    return commit(committed("extract(epoch FROM min(committed_at)) * 1000", since));
  }

  private String committed(String what, Instant since) {
    return COMMITTED.formatted(what, since, String.join(",", abandoned));
  }

  private Instant commit(String which) {
    return Instant.ofEpochMilli((long) Double.parseDouble(watched.get().answer(which)));
  }
}
