// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.maturity.document.NearestName;
import dev.tidemark.maturity.document.Problems;
import dev.tidemark.maturity.document.Tree;
import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Options;
import dev.tidemark.spi.options.SettingsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How often to poll: one length of time for all streams, or one for each that is named. */
record Schedule(Problems problems, Optional<Tree> given) {
  private static final Option<Duration> INTERVAL =
      Option.duration("interval", Duration.ofSeconds(1), Duration.ofDays(30)).required();

  /** The intervals by stream name, the empty name for all that are not named. */
  Map<String, Duration> intervals(List<String> streams) {
    Map<String, Duration> intervals = new TreeMap<>();
    given.ifPresent(tree -> read(tree, streams, intervals));
    return intervals;
  }

  private void read(Tree tree, List<String> streams, Map<String, Duration> intervals) {
    if (tree instanceof Tree.Mapping mapping) {
      mapping.entries().forEach((name, value) -> readNamed(name, value, streams, intervals));
    } else {
      interval("schedule", tree).ifPresent(interval -> intervals.put("", interval));
    }
  }

  private void readNamed(
      String name, Tree value, List<String> streams, Map<String, Duration> intervals) {
    String path = "schedule." + name;
    if (!streams.contains(name)) {
      problems.add(path, value.line(), "unknown stream", NearestName.remedy(name, streams));
    }
    interval(path, value).ifPresent(interval -> intervals.put(name, interval));
  }

  private Optional<Duration> interval(String path, Tree tree) {
    String text = tree instanceof Tree.Scalar scalar ? scalar.text() : "";
    try {
      return Optional.of(
          Options.of(INTERVAL).parse(Map.of(INTERVAL.name(), text)).require(INTERVAL));
    } catch (SettingsException wrong) {
      problems.add(path, tree.line(), tree.description() + " is no interval", "write 30s or PT5M");
      return Optional.empty();
    }
  }
}
