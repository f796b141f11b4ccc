// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.asset.Population;
import dev.tidemark.model.stream.FactChanges;
import dev.tidemark.model.stream.Reading;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.stream.Replay;
import dev.tidemark.model.stream.SeriesKey;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The accepted commits of one stream as the one step they add up to: the last word on each key.
 *
 * @param row the stream's row as it was
 * @param commits at least one, in order
 * @param revision the organisation's, which this step carries
 */
record AppliedCommits(StreamRow row, List<StreamCommit> commits, long revision) {

  UUID organisation() {
    return row.stream().organisation().value();
  }

  StreamCommit last() {
    return commits.get(commits.size() - 1);
  }

  UUID fingerprint() {
    return Fingerprint.of(commits);
  }

  Collection<WindowChange> windows() {
    Map<WindowKey, WindowChange> windows = new LinkedHashMap<>();
    commits.forEach(c -> c.windows().forEach(window -> windows.put(window.key(), window)));
    return windows.values();
  }

  Collection<Reading> readings() {
    Map<SeriesKey, Reading> readings = new LinkedHashMap<>();
    commits.forEach(c -> c.readings().forEach(reading -> readings.put(reading.series(), reading)));
    return readings.values();
  }

  Collection<Population> populations() {
    Map<List<String>, Population> populations = new LinkedHashMap<>();
    commits.forEach(
        c ->
            c.populations().forEach(p -> populations.put(List.of(p.stratum().urn(), p.kind()), p)));
    return populations.values();
  }

  List<FactChanges> facts() {
    return commits.stream().flatMap(commit -> commit.facts().stream()).toList();
  }

  List<RejectedRecord> passed() {
    return commits.stream().flatMap(commit -> commit.rejections().passed().stream()).toList();
  }

  List<Replay> replays() {
    return commits.stream().flatMap(commit -> commit.rejections().replays().stream()).toList();
  }

  Volume volume() {
    return commits.stream().map(StreamCommit::volume).reduce(Volume.none(), Volume::plus);
  }

  @Nullable Instant completeThrough() {
    return commits.stream()
        .map(StreamCommit::completeThrough)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }
}
