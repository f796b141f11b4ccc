// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.model.stream.Cost;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.options.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A connector as somebody wrote it down, checked.
 *
 * @param raw the settings as given, references replaced
 * @param settings the same, parsed by the type
 * @param streams to read, empty for all
 * @param intervals by stream, the empty name for all that are not named
 * @param budget what a day may cost, by unit
 */
public record ConnectorDraft(
    String organisation,
    ConnectorType type,
    String name,
    Map<String, Object> raw,
    Settings settings,
    Set<String> streams,
    Map<String, Duration> intervals,
    Cost budget) {
  public ConnectorDraft {
    raw = Map.copyOf(raw);
    streams = Set.copyOf(streams);
    intervals = Map.copyOf(intervals);
  }

  /** A connector whose costs are not bounded. */
  public ConnectorDraft(
      String organisation,
      ConnectorType type,
      String name,
      Map<String, Object> raw,
      Settings settings,
      Set<String> streams,
      Map<String, Duration> intervals) {
    this(organisation, type, name, raw, settings, streams, intervals, Cost.none());
  }

  /** The settings may hold secrets. */
  @Override
  public String toString() {
    return organisation + "/" + name;
  }
}
