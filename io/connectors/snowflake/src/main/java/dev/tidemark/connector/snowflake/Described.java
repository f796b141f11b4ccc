// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.model.asset.Precedence;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;

/** Descriptions of streams: their latency is that of the slowest view they read. */
final class Described {
  /** How often a statement of a stream is worth a running warehouse. */
  static final Duration HISTORIES = Duration.ofMinutes(30);

  static final Duration SNAPSHOTS = Duration.ofHours(1);

  private Described() {}

  static StreamDescription snapshot(
      String name, String title, List<View> views, String... metrics) {
    return of(name, title, StreamKind.SNAPSHOT, SNAPSHOTS, views, metrics);
  }

  static StreamDescription history(
      String name, String title, StreamKind kind, List<View> views, String... metrics) {
    return of(name, title, kind, HISTORIES, views, metrics);
  }

  private static StreamDescription of(
      String name,
      String title,
      StreamKind kind,
      Duration interval,
      List<View> views,
      String... metrics) {
    Duration latency =
        views.stream().map(View::latency).max(Duration::compareTo).orElse(Duration.ZERO);
    return new StreamDescription(
        name, title, kind, interval, latency, Precedence.NATIVE_PLATFORM, List.of(metrics));
  }
}
