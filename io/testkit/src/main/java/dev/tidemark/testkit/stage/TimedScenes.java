// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;

/** New records, late ones and ties, from one way to make records of a given time. */
public interface TimedScenes extends RecordScenes, LateScenes {
  /**
   * A stream has that many more records.
   *
   * @param time of each by its place among them, from nought; streams without a time ignore it
   */
  Played make(String stream, int count, IntFunction<Instant> time);

  /** Whether the stream's cursor is a time. */
  boolean isTimed(String stream);

  /** The time at the source. */
  Instant now();

  /** How late what is late is, within the latency streams declare. */
  Duration lateness();

  /** Why there are no ties in streams whose cursor is no time. */
  default String untied() {
    return "it is a snapshot in the order of its keys, which are unique";
  }

  @Override
  default Played add(String stream, int count) {
    Instant now = now();
    return make(stream, count, index -> now.minusMillis(count - index));
  }

  @Override
  default Played addTied(String stream, int count) {
    Instant time = now().minusMillis(1);
    return isTimed(stream) ? make(stream, count, index -> time) : Played.not(untied());
  }

  @Override
  default Played addLate(String stream, int count) {
    Instant then = now().minus(lateness());
    return isTimed(stream)
        ? make(stream, count, index -> then.plusMillis(index))
        : Played.not("it is a snapshot, which has no earlier and later");
  }
}
