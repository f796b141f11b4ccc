// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.freshness;

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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;

/** What came out, for people; the aims go by the first setting. */
public record FreshnessReport(List<Measured> all) {
  private static final double MILLI = 1_000;
  private static final double HALF = 50;
  private static final double NEARLY_ALL = 99;
  private static final double[] PERCENTILES = {1, 10, 25, 50, 75, 90, 95, 99, 100};
  private static final String HEADER =
      "setting,change,counts,intended,late_ms,total_ms,poll_wait_ms,residual_ms,"
          + "fetch_to_commit_ms,commit_to_score_ms\n";

  public FreshnessReport {
    all = List.copyOf(all);
  }

  /** The findings, with the profiles of what took longest. */
  public Findings findings(Map<String, Profile> profiles) {
    List<Verdict> verdicts = verdicts();
    return new Findings(
        "d",
        "Source change to visible score row",
        how(),
        verdicts,
        verdicts.stream().allMatch(Verdict::isReached) ? "" : missed(),
        body(profiles),
        Map.of("changes.csv", csv(), "percentiles.svg", chart().svg()));
  }

  private List<Verdict> verdicts() {
    Measured first = all.get(0);
    return List.of(
        verdict("change to score row, half of all, ms", 650, first.totals(), HALF),
        verdict("change to score row, 99 of 100, ms", 1_400, first.totals(), NEARLY_ALL),
        verdict("without waiting for the poll, 99 of 100, ms", 250, first.residuals(), NEARLY_ALL));
  }

  private static Verdict verdict(String text, double most, Histogram histogram, double part) {
    return Verdict.atMost(most, "(d) " + text, histogram.getValueAtPercentile(part) / MILLI);
  }

  private static String how() {
    return "A PostgreSQL server is changed by a timetable fixed beforehand (a table gets the"
        + " sentence that describes it), read every second by the job as it is shipped, and a"
        + " client that listens for news of the score asks for the row. Each change is counted from"
        + " when it was to be made, also where it was made late. At no time may the score count"
        + " more tables than had been described, or fewer than before, and at the end it counts as"
        + " many as the source itself. The job is recorded meanwhile.";
  }

  /** The longer part of what is left without waiting, and what would shorten it. */
  private String missed() {
    Measured first = all.get(0);
    double fetching = first.fetchesToCommits().getValueAtPercentile(NEARLY_ALL) / MILLI;
    double scoring = first.commitsToScores().getValueAtPercentile(NEARLY_ALL) / MILLI;
    String longer =
        fetching > scoring
            ? "from the beginning of the reading to the commit. Next to try: a shorter bundle than"
                + " 50 ms in front of the commit, and fewer streams that share a transaction"
            : "from the commit to the score. Next to try: scoring an organisation that has been"
                + " quiet at once, whatever other streams of it have just committed";
    return String.format(
        Locale.ROOT,
        "Where it is missed: of 100 changes 99 took up to %.0f ms from the beginning of the reading"
            + " to the commit and up to %.0f ms from there to the score. The longer part is %s.",
        fetching,
        scoring,
        longer);
  }

  private Markdown body(Map<String, Profile> profiles) {
    Markdown text = new Markdown();
    for (Measured measured : all) {
      Setting setting = measured.setting();
      text.heading(setting.title());
      text.line(
          "%d changes, %.1f s apart in the mean, after %d that do not count; %d other streams are read meanwhile."
              .formatted(
                  setting.changes(),
                  setting.apart().toMillis() / MILLI,
                  setting.warming(),
                  setting.background()));
      text.line("").columns("ms", "50 %", "90 %", "99 %", "most", "told");
      row(text, "change to score row", measured.totals());
      row(text, "waiting for the poll", measured.pollWaits());
      row(text, "without waiting for the poll", measured.residuals());
      row(text, "reading to commit", measured.fetchesToCommits());
      row(text, "commit to score row", measured.commitsToScores());
      Optional.ofNullable(profiles.get(setting.name())).ifPresent(it -> it.write(text));
    }
    return text.line("")
        .line("![percentiles](percentiles.svg) Each change: [changes.csv](changes.csv).");
  }

  private static void row(Markdown text, String name, Histogram histogram) {
    text.row(
        name,
        millis(histogram.getValueAtPercentile(HALF)),
        millis(histogram.getValueAtPercentile(90)),
        millis(histogram.getValueAtPercentile(NEARLY_ALL)),
        millis(histogram.getMaxValue()),
        histogram.getTotalCount());
  }

  private static String millis(long micros) {
    return String.format(Locale.ROOT, "%,.0f", micros / MILLI);
  }

  private Chart chart() {
    return new Chart(
        "Source change to visible score row, polls a second apart",
        "of 100 changes",
        "ms",
        Chart.Scale.LINEAR,
        all.stream()
            .flatMap(
                it ->
                    List.of(
                        curve(it.setting().name() + ", total", it.totals()),
                        curve(it.setting().name() + ", without the wait", it.residuals()))
                        .stream())
            .toList());
  }

  private static Curve curve(String title, Histogram histogram) {
    return new Curve(
        title,
        DoubleStream.of(PERCENTILES)
            .mapToObj(it -> new Curve.Point(it, histogram.getValueAtPercentile(it) / MILLI))
            .toList());
  }

  private String csv() {
    return all.stream()
        .flatMap(measured -> measured.delays().stream().map(it -> line(measured.setting(), it)))
        .collect(Collectors.joining("", HEADER, ""));
  }

  private static String line(Setting setting, Delay delay) {
    return String.join(
            ",",
            setting.name(),
            Integer.toString(delay.change().table()),
            Boolean.toString(delay.counts()),
            delay.change().intended().toString(),
            text(Duration.between(delay.change().intended(), delay.change().begun())),
            text(delay.total()),
            delay.pollWait().map(FreshnessReport::text).orElse(""),
            delay.residual().map(FreshnessReport::text).orElse(""),
            delay.fetchToCommit().map(FreshnessReport::text).orElse(""),
            delay.commitToScore().map(FreshnessReport::text).orElse(""))
        + "\n";
  }

  private static String text(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e6);
  }
}
