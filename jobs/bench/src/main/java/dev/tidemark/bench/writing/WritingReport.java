// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.writing;

import dev.tidemark.bench.report.Chart;
import dev.tidemark.bench.report.Curve;
import dev.tidemark.bench.report.Findings;
import dev.tidemark.bench.report.Markdown;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What writing came to, for people. There is no aim for it. */
public record WritingReport(List<Written> all) {
  private static final String HOW =
      "Windows are written to PostgreSQL by the transactions the job writes them with, one commit"
          + " of each of the streams in each, which also move cursors, revisions and the log of"
          + " what was read; folding comes before the clock starts. Then the rows that came of it"
          + " are written by COPY, in the binary form, in one transaction, into the same table,"
          + " emptied before. Both begin behind a checkpoint of the server, which waits for the"
          + " disk. The table is held to the oracle after either.";

  public WritingReport {
    all = List.copyOf(all);
  }

  public Findings findings() {
    return new Findings(
        "w",
        "What writing costs",
        HOW,
        List.of(),
        "",
        body(),
        Map.of("writing.csv", csv(), "writing.svg", chart().svg()));
  }

  private Markdown body() {
    Markdown text = new Markdown();
    text.heading("Rows of windows");
    text.columns("workload", "by", "rows", "rows a second", "WAL bytes a row");
    for (Written it : all) {
      text.row(
          it.workload(),
          it.way(),
          "%,d".formatted(it.rows()),
          number(it.perSecond()),
          number(it.walPerRow()));
    }
    return text.line("").line("![writing](writing.svg) Raw: [writing.csv](writing.csv).");
  }

  private Chart chart() {
    return new Chart(
        "Writing windows",
        "rows",
        "rows a second",
        Chart.Scale.LINEAR,
        all.stream()
            .map(
                it ->
                    new Curve(
                        it.workload() + ", " + it.way(),
                        List.of(new Curve.Point(it.rows(), it.perSecond()))))
            .toList());
  }

  private String csv() {
    return all.stream()
        .map(
            it ->
                String.format(
                    Locale.ROOT,
                    "%s,%s,%d,%.3f,%d%n",
                    it.workload(),
                    it.way(),
                    it.rows(),
                    it.nanos() / 1e9,
                    it.walBytes()))
        .collect(Collectors.joining("", "workload,way,rows,seconds,wal_bytes\n", ""));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
