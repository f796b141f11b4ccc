// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.asset.AssetFacts;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.model.stream.CostUnit;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.model.stream.Reading;
import dev.tidemark.model.stream.SeriesKey;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import dev.tidemark.spi.ledger.StreamPlan;
import dev.tidemark.spi.ledger.StreamReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A stream's row and all that is committed with it. Guarded by the lock of its {@link Rows}. */
final class StreamRow {
  @Nullable Lease lease;
  @Nullable PipelineJob job;
  long sequence;
  Cursor cursor = Cursor.start();
  @Nullable Instant completeThrough;
  @Nullable Instant failingSince;
  StreamReport.@Nullable Failure failure;

  /** What the last commits wrote, to know them again when their answer was lost. */
  List<StreamCommit> applied = List.of();

  /** The organisation's, of the last commit. */
  long revision;

  StreamPlan plan;
  Instant connectedAt;
  private final List<Taken> taken = new ArrayList<>();
  final Map<WindowKey, WindowChange> windows = new HashMap<>();
  final Map<SeriesKey, Reading> readings = new HashMap<>();
  final Map<String, AssetFacts> facts = new HashMap<>();
  final List<Population> populations = new ArrayList<>();
  final List<StreamReport> reports = new ArrayList<>();

  StreamRow(StreamPlan plan, Instant connectedAt) {
    this.plan = plan;
    this.connectedAt = connectedAt;
  }

  /** What a commit or report says was spent. */
  private record Taken(Instant at, Volume volume) {}

  /** Keeps in mind what was spent. */
  void take(Instant at, Volume volume) {
    taken.add(new Taken(at, volume));
  }

  /** What was spent from a time on; calls and bytes where the budget names them. */
  Cost costSince(Instant since, Cost budget) {
    Cost all =
        taken.stream()
            .filter(it -> !it.at.isBefore(since))
            .map(it -> it.volume.taken())
            .reduce(Cost.none(), Cost::plus);
    SortedMap<CostUnit, BigDecimal> amounts = new TreeMap<>(all.amounts());
    amounts
        .keySet()
        .removeIf(
            unit ->
                (unit.equals(CostUnit.CALLS) || unit.equals(CostUnit.BYTES))
                    && budget.amount(unit).signum() == 0);
    return new Cost(amounts);
  }

  boolean carries(Lease other) {
    return other.equals(lease);
  }

  /** Whether a job later than the given one has ever held the stream. */
  boolean heldByLaterThan(PipelineJob other) {
    return job != null && job.epoch() > other.epoch();
  }

  StreamRow copy() {
    StreamRow copy = new StreamRow(plan, connectedAt);
    copy.lease = lease;
    copy.job = job;
    copy.sequence = sequence;
    copy.applied = applied;
    copy.revision = revision;
    copy.cursor = cursor;
    copy.completeThrough = completeThrough;
    copy.failingSince = failingSince;
    copy.failure = failure;
    copy.taken.addAll(taken);
    copy.windows.putAll(windows);
    copy.readings.putAll(readings);
    copy.facts.putAll(facts);
    copy.populations.addAll(populations);
    copy.reports.addAll(reports);
    return copy;
  }
}
