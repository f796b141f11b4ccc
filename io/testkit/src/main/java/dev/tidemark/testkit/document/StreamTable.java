// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.document;

import dev.tidemark.spi.Description;
import dev.tidemark.spi.StreamDescription;
import java.time.Duration;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The streams of a connector as a Markdown table. */
public final class StreamTable {
  private static final String HEAD =
      """
      | Stream | What | Kind | Cursor | Interval | Latency | Metrics |
      |---|---|---|---|---|---|---|
      """;

  private StreamTable() {}

  /**
   * The table.
   *
   * @param cursors what a stream's cursor is, in a word or two, by the stream's name
   */
  public static String of(Description description, UnaryOperator<String> cursors) {
    return description.streams().stream()
        .map(stream -> row(stream, cursors.apply(stream.name())))
        .collect(Collectors.joining("", HEAD, ""));
  }

  private static String row(StreamDescription stream, String cursor) {
    return "| `%s` | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            stream.name(),
            stream.title(),
            kind(stream),
            cursor,
            words(stream.interval()),
            words(stream.latency()),
            metrics(stream));
  }

  static String kind(StreamDescription stream) {
    return stream.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String metrics(StreamDescription stream) {
    return stream.metrics().stream()
        .map(metric -> "`" + metric.replaceFirst("^tidemark\\.", "") + "`")
        .collect(Collectors.joining(", "));
  }

  /** A length of time as people say it: seconds up to two minutes, then minutes, then hours. */
  static String words(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds >= 7200 && seconds % 3600 == 0) {
      return seconds / 3600 + " h";
    }
    return seconds >= 120 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }
}
