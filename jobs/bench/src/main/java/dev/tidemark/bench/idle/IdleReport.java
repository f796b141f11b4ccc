// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.idle;

import dev.tidemark.bench.report.Chart;
import dev.tidemark.bench.report.Curve;
import dev.tidemark.bench.report.Findings;
import dev.tidemark.bench.report.Markdown;
import dev.tidemark.bench.report.Profile;
import dev.tidemark.bench.report.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What idle streams cost, for people: each figure is the slope of a line through all crowds. */
public record IdleReport(List<Crowd> crowds, Duration interval) {
  private static final double MOST_MICROS = 100;
  private static final double MOST_HEAP = 10_240;
  private static final double MOST_STATE = 4_096;

  /** A thread for every ten thousand streams is none for one. */
  private static final double MOST_THREADS = 0.001;

  private static final String HEADER =
      "streams,seconds,polls,cpu_seconds,heap_bytes,threads,checkpoint_bytes,wal_bytes,rows,statements\n";

  public IdleReport {
    crowds = List.copyOf(crowds);
  }

  /** The findings, with a profile of the largest crowd. */
  public Findings findings(Profile profile) {
    List<Verdict> verdicts = verdicts();
    return new Findings(
        "f",
        "What an idle stream costs",
        how(),
        verdicts,
        verdicts.stream().allMatch(Verdict::isReached) ? "" : missed(verdicts, profile),
        body(profile),
        Map.of("crowds.csv", csv(), "cpu.svg", cpu().svg(), "heap.svg", heap().svg()));
  }

  private List<Verdict> verdicts() {
    return List.of(
        Verdict.atMost(MOST_MICROS, "(f) CPU time a poll, us", microsPerPoll()),
        Verdict.atMost(MOST_HEAP, "(f) heap a stream, bytes", slope(Crowd::heapBytes)),
        Verdict.atMost(
            MOST_STATE, "(f) checkpointed state a stream, bytes", slope(Crowd::checkpointBytes)),
        Verdict.atMost(MOST_THREADS, "(f) threads a stream", slope(Crowd::threads)),
        Verdict.atMost(0, "(f) rows written a poll", rowsPerPoll()));
  }

  private double slope(ToDoubleFunction<Crowd> figure) {
    return Line.through(
            crowds.stream()
                .map(crowd -> new Line.Point(crowd.streams(), figure.applyAsDouble(crowd)))
                .toList())
        .slope();
  }

  /** CPU time by polls made, so that a late poll is no gain. */
  private double microsPerPoll() {
    return perPoll(crowd -> crowd.cpuNanos() / 1e3 / crowd.seconds());
  }

  private double rowsPerPoll() {
    return Math.max(0, perPoll(crowd -> crowd.rows() / crowd.seconds()));
  }

  private double perPoll(ToDoubleFunction<Crowd> perSecond) {
    return Line.through(
            crowds.stream()
                .map(
                    crowd ->
                        new Line.Point(
                            crowd.polls() / crowd.seconds(), perSecond.applyAsDouble(crowd)))
                .toList())
        .slope();
  }

  private String how() {
    return "Connectors of one stream that never has anything to say are polled every "
        + interval.toSeconds()
        + " s by the job as it is shipped, so many and then more, each number by a job and in a"
        + " database of its own; the connector answers from memory, so what an HTTP client or a"
        + " driver would take is not in it. Everything else is: leases, signs of life in the"
        + " database, checkpoints, scoring. A figure is the slope of the line closest to all of"
        + " them, so what the job takes by itself is in none. The streams must have been polled as"
        + " often as was due, none may fail, and no window may be written. Heap is what full"
        + " collections leave.";
  }

  private static String missed(List<Verdict> verdicts, Profile profile) {
    String which =
        verdicts.stream()
            .filter(verdict -> !verdict.isReached())
            .map(Verdict::text)
            .collect(Collectors.joining("; "));
    return "Missed: "
        + which
        + ". Most samples of the largest crowd fell into "
        + profile.largest().title()
        + ". Next to try: where rows are written, to keep signs of life of idle streams in one row"
        + " a job instead of one a stream; where CPU time is missed, to resume many streams of one"
        + " task with one timer; where heap is, to open a connector for its poll only.";
  }

  private Markdown body(Profile profile) {
    Markdown text = new Markdown();
    text.heading("Each number of streams");
    text.columns(
        "streams",
        "polls a second",
        "CPU-seconds a second",
        "heap, MB",
        "threads",
        "checkpoint, kB",
        "WAL, kB a second",
        "rows a second",
        "statements a second");
    for (Crowd crowd : crowds) {
      text.row(
          "%,d".formatted(crowd.streams()),
          number(crowd.polls() / crowd.seconds()),
          number(crowd.cpuNanos() / 1e9 / crowd.seconds()),
          number(crowd.heapBytes() / 1e6),
          crowd.threads(),
          number(crowd.checkpointBytes() / 1e3),
          number(crowd.walBytes() / 1e3 / crowd.seconds()),
          number(crowd.rows() / crowd.seconds()),
          number(crowd.statements() / crowd.seconds()));
    }
    text.line("").line("![CPU](cpu.svg) ![heap](heap.svg) Raw: [crowds.csv](crowds.csv).");
    text.line("")
        .line(
            "A further poll: %s bytes of WAL, %s statements, %s rows."
                .formatted(
                    number(perPoll(crowd -> crowd.walBytes() / crowd.seconds())),
                    number(perPoll(crowd -> crowd.statements() / crowd.seconds())),
                    number(rowsPerPoll())));
    profile.write(text);
    return text;
  }

  private Chart cpu() {
    return chart(
        "CPU time of a job with idle streams",
        "CPU-seconds a second",
        crowd -> crowd.cpuNanos() / 1e9 / crowd.seconds());
  }

  private Chart heap() {
    return chart("Heap of a job with idle streams", "MB", crowd -> crowd.heapBytes() / 1e6);
  }

  private Chart chart(String title, String unit, ToDoubleFunction<Crowd> figure) {
    List<Curve.Point> points =
        crowds.stream()
            .map(crowd -> new Curve.Point(crowd.streams(), figure.applyAsDouble(crowd)))
            .toList();
    return new Chart(
        title, "streams", unit, Chart.Scale.LOGARITHMIC, List.of(new Curve("measured", points)));
  }

  private String csv() {
    return crowds.stream()
        .map(
            it ->
                String.format(
                    Locale.ROOT,
                    "%d,%.3f,%d,%.3f,%d,%d,%d,%d,%d,%d%n",
                    it.streams(),
                    it.seconds(),
                    it.polls(),
                    it.cpuNanos() / 1e9,
                    it.heapBytes(),
                    it.threads(),
                    it.checkpointBytes(),
                    it.walBytes(),
                    it.rows(),
                    it.statements()))
        .collect(Collectors.joining("", HEADER, ""));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.2f", value);
  }
}
