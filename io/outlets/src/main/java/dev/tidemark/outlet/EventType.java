// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet;

import java.util.Arrays;
import java.util.Optional;

/** What events tell of. */
public enum EventType {
  /** The live score of the active model is another; told with the reasons since the last close. */
  SCORE_CHANGED("score.changed"),
  /** A day was closed, provisionally or finally, or restated; told with the day's reasons. */
  SCORE_CLOSED("score.closed"),
  /** A stream fails and is tried again on a schedule of its own. */
  STREAM_QUARANTINED("stream.quarantined"),
  /** A stream that failed is read again. */
  STREAM_RECOVERED("stream.recovered"),
  /** What one stream read in one hour. */
  STREAM_READ("stream.read"),
  /** A window of an hour or a day has another value; not noted, so neither rewound nor replayed. */
  WINDOW_COMMITTED("window.committed");

  private static final String PREFIX = "dev.tidemark.";

  private final String word;

  EventType(String word) {
    this.word = word;
  }

  /** The short name people write, such as {@code score.changed}. */
  public String word() {
    return word;
  }

  /** The name receivers see, such as {@code dev.tidemark.score.changed}. */
  public String fullName() {
    return PREFIX + word;
  }

  /** The type of that short name. */
  public static Optional<EventType> find(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  @Override
  public String toString() {
    return word;
  }
}
