// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs of one pipeline. */
record Runs(Pipeline pipeline, Chance chance, Story story) {
  /** The longest a run takes. */
  static final Duration LONGEST = Duration.ofMinutes(20);

  private static final Duration PAUSE = Duration.ofSeconds(45);
  private static final double SECOND_TRY = 0.7;
  private static final List<String> FAILURES =
      List.of(
          "a source table did not arrive in time",
          "a column has another type than expected",
          "out of memory",
          "permission denied on a target");

  /** The runs, and second attempts, that begin in a range, in no order. */
  Stream<Run> in(TimeRange range) {
    TimeRange starts = range.since(LONGEST.plus(PAUSE));
    long first = Math.max(0, numberAt(starts.from()));
    return LongStream.rangeClosed(first, numberAt(range.until()))
        .boxed()
        .flatMap(number -> attempts(number).stream())
        .filter(run -> range.holds(run.begun()));
  }

  /** The number of the last start up to a time; negative before the first. */
  long numberAt(Instant at) {
    return Math.floorDiv(
        Duration.between(pipeline.since(), at).toSeconds(), pipeline.period().toSeconds());
  }

  List<Run> attempts(long number) {
    Instant begun = pipeline.since().plusSeconds(number * pipeline.period().toSeconds());
    boolean broken = pipeline.isFragile() && story.isOutage(begun);
    Chance own = chance.about(number);
    double reliable = story.level(Practice.RELIABLE, begun);
    boolean succeeds = !broken && own.about("first").happens(reliable);
    if (succeeds) {
      return List.of(run(own.about(1), number, 1, true, begun, null));
    }
    Run first = run(own.about(1), number, 1, false, begun, failure(own, broken));
    boolean recovers = !broken && own.about("second").happens(SECOND_TRY);
    Instant again = first.ended().plus(PAUSE);
    return List.of(
        first, run(own.about(2), number, 2, true, again, recovers ? null : failure(own, broken)));
  }

  private Run run(
      Chance own,
      long number,
      int attempt,
      boolean isFinal,
      Instant begun,
      @Nullable String failure) {
    return new Run(
        own.id(),
        pipeline,
        number,
        attempt,
        isFinal,
        begun,
        begun.plusMillis(millis(own)),
        Lateness.of(own),
        failure == null ? 100 + own.about("rows").below(100_000) : 0,
        failure);
  }

  /** A third of the period at most, so that a second attempt ends before the next start. */
  private long millis(Chance own) {
    long longest = Math.min(LONGEST.toMillis(), pipeline.period().toMillis() / 3);
    return (long) (longest * own.about("length").between(0.3, 1));
  }

  private static String failure(Chance own, boolean broken) {
    return broken ? "the cluster did not start" : own.about("failure").oneOf(FAILURES);
  }
}
