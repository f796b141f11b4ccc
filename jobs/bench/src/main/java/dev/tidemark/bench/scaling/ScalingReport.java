// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.scaling;

import dev.tidemark.bench.report.Chart;
import dev.tidemark.bench.report.Curve;
import dev.tidemark.bench.report.Findings;
import dev.tidemark.bench.report.Markdown;
import dev.tidemark.bench.report.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What many connectors, many keys and kills came to, for people. */
public record ScalingReport(List<Spreading> spreadings, List<Recovery> recoveries) {
  private static final double LEAST_SHARE = 0.9;
  private static final double MOST_SECONDS = 10;

  public ScalingReport {
    spreadings = List.copyOf(spreadings);
    recoveries = List.copyOf(recoveries);
  }

  public Findings findings() {
    List<Verdict> verdicts = verdicts();
    return new Findings(
        "e",
        "Many connectors, many keys, and kills",
        HOW,
        verdicts,
        verdicts.stream().allMatch(Verdict::isReached) ? "" : MISSED,
        body(),
        files());
  }

  private static final String HOW =
      "Connectors: the same records a second from few connectors and from many, in pages of a"
          + " thousand records where there are so many at a poll. Keys: twenty streams that keep"
          + " showing so many different keys, each with a window of its own; the job is killed as"
          + " kill -9 does and started again at once, and the time ends with its first accepted"
          + " commit. Each window was held to what its stream's cursor says, after loading and"
          + " after every kill. What the job knows of keys is a cache in its heap, loaded from"
          + " PostgreSQL when it is needed; a checkpoint of Flink holds schedules and timers of"
          + " streams, nothing of their keys. So there is nothing for RocksDB to keep, and it is"
          + " not tried.";

  private static final String MISSED =
      "Where throughput is missed: pages of many connectors hold fewer records each, so more"
          + " commits carry the same records; next to try: committing streams that have little to"
          + " say less often. Where recovery is missed: most of it is the start of a process,"
          + " Flink's cluster and its job graph; next to try: class data sharing of the job's"
          + " classes, and leases taken in one statement for all streams of a task.";

  private List<Verdict> verdicts() {
    List<Verdict> verdicts = new ArrayList<>();
    Spreading few = spreadings.get(0);
    Spreading many = spreadings.get(spreadings.size() - 1);
    verdicts.add(
        Verdict.atLeast(
            LEAST_SHARE,
            "(e) records a second from %,d connectors / from %d"
                .formatted(many.connectors(), few.connectors()),
            many.perSecond() / few.perSecond()));
    measured().stream()
        .max(Comparator.comparingDouble(Recovery::slowest))
        .map(
            it ->
                Verdict.atMost(
                    MOST_SECONDS,
                    "(e) kill -9 to first accepted commit, s, the longest",
                    it.slowest()))
        .ifPresent(verdicts::add);
    return verdicts;
  }

  private List<Recovery> measured() {
    return recoveries.stream().filter(Recovery::isMeasured).toList();
  }

  private Markdown body() {
    Markdown text = new Markdown();
    text.heading("Connectors");
    text.columns(
        "connectors", "due a second", "records a second", "records a CPU-second", "threads");
    for (Spreading it : spreadings) {
      text.row(
          "%,d".formatted(it.connectors()),
          number(it.due()),
          number(it.perSecond()),
          number(it.perCpuSecond()),
          it.threads());
    }
    text.heading("Keys");
    text.columns(
        "keys",
        "loaded in, s",
        "heap, MB",
        "checkpoint, ms",
        "checkpoint, kB",
        "kill to commit, s");
    recoveries.forEach(it -> row(text, it));
    return text.line("")
        .line("![keys](keys.svg) Raw: [connectors.csv](connectors.csv), [keys.csv](keys.csv).");
  }

  private static void row(Markdown text, Recovery it) {
    String keys = "%,d".formatted(it.keys());
    if (it.isMeasured()) {
      text.row(
          keys,
          number(it.loadSeconds()),
          number(it.heapBytes() / 1e6),
          it.checkpointMillis(),
          number(it.checkpointBytes() / 1e3),
          it.recoverySeconds().stream()
              .map(seconds -> String.format(Locale.ROOT, "%.1f", seconds))
              .collect(Collectors.joining(", ")));
    } else {
      text.row(keys, "not measured: " + it.failure(), "", "", "", "");
    }
  }

  private Map<String, String> files() {
    return Map.of("keys.svg", chart().svg(), "connectors.csv", connectors(), "keys.csv", keys());
  }

  private Chart chart() {
    return new Chart(
        "Keys at hand",
        "keys",
        "MB of heap, seconds",
        Chart.Scale.LOGARITHMIC,
        List.of(
            curve("heap, MB", it -> it.heapBytes() / 1e6),
            curve("loading, s", Recovery::loadSeconds),
            curve("kill to commit, s", Recovery::slowest)));
  }

  private Curve curve(String title, ToDoubleFunction<Recovery> figure) {
    return new Curve(
        title,
        measured().stream()
            .map(it -> new Curve.Point(it.keys(), figure.applyAsDouble(it)))
            .toList());
  }

  private String connectors() {
    return spreadings.stream()
        .map(
            it ->
                String.format(
                    Locale.ROOT,
                    "%d,%.1f,%.3f,%d,%.3f,%d%n",
                    it.connectors(),
                    it.due(),
                    it.seconds(),
                    it.records(),
                    it.cpuNanos() / 1e9,
                    it.threads()))
        .collect(
            Collectors.joining("", "connectors,due,seconds,records,cpu_seconds,threads\n", ""));
  }

  private String keys() {
    return recoveries.stream()
        .map(
            it ->
                String.format(
                    Locale.ROOT,
                    "%d,%.3f,%d,%d,%d,%s,%s%n",
                    it.keys(),
                    it.loadSeconds(),
                    it.heapBytes(),
                    it.checkpointMillis(),
                    it.checkpointBytes(),
                    it.recoverySeconds().stream()
                        .map(seconds -> String.format(Locale.ROOT, "%.3f", seconds))
                        .collect(Collectors.joining(" ")),
                    it.isMeasured()))
        .collect(
            Collectors.joining(
                "",
                "keys,load_seconds,heap_bytes,checkpoint_ms,checkpoint_bytes,recovery_seconds,measured\n",
                ""));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
  }
}
