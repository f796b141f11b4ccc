// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.extraction;

import dev.tidemark.bench.report.Chart;
import dev.tidemark.bench.report.Curve;
import dev.tidemark.bench.report.Findings;
import dev.tidemark.bench.report.Markdown;
import dev.tidemark.bench.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What extraction over HTTP came to, for people. */
public record ExtractionReport(List<Effort> efforts) {
  private static final double LEAST_OF_PARSING = 0.6;
  private static final double LEAST_SHARE = 0.95;

  /** More refusals than this, by pages, are a storm. */
  private static final double STORM = 0.01;

  private static final String HOW =
      "A server in a process of its own shows pages of 100 records of 1,000 bytes, made beforehand,"
          + " each page with the place of the next. Streams are read page after page, as many at a"
          + " time as our graph has threads for a type of connector: by our graph, whole, through"
          + " the client its connectors for HTTP sources use; by a client that throws answers away;"
          + " by one that parses them as trees and adds up; and by dlt with its source for REST"
          + " interfaces, resources in parallel, eight workers, files of 20,000 records, two"
          + " processes that normalise. What each adds up is held to the oracle, and each must have"
          + " been sent every page. Starting a process is in no figure; our graph and the clients"
          + " have read some pages before. With a quota, requests that are more than allowed are"
          + " answered with 429 and Retry-After; a second's worth is saved up at the beginning.";

  private static final String MISSED =
      "Where parsing is out of reach: our graph checks, folds, commits every second and scores"
          + " besides, see the profile of aim a; next to try: cutting records out of a page and"
          + " parsing them in one go instead of two. Where latency leaves it behind a client of as"
          + " many threads: a fetch is taken up again only when its page was folded; next to try: a"
          + " second page of a stream fetched ahead. Where a quota is not used up: next to try: the"
          + " end of a pass that does not give its token back.";

  public ExtractionReport {
    efforts = List.copyOf(efforts);
  }

  public Findings findings() {
    List<Verdict> verdicts = verdicts();
    return new Findings(
        "c",
        "Extraction over HTTP",
        HOW,
        verdicts,
        verdicts.stream().allMatch(Verdict::isReached) ? "" : MISSED,
        body(),
        Map.of("extraction.csv", csv(), "extraction.svg", chart().svg()));
  }

  private List<Verdict> verdicts() {
    List<Verdict> verdicts = new ArrayList<>();
    Effort first = efforts.get(0);
    of(first.terms(), Entrant.GRAPH)
        .flatMap(
            ours ->
                of(first.terms(), Entrant.PARSING)
                    .map(parsing -> ours.perCpuSecond() / parsing.perCpuSecond()))
        .map(
            ratio ->
                Verdict.atLeast(
                    LEAST_OF_PARSING,
                    "(c) records a CPU-second, our graph / GET and parse, " + first.terms().name(),
                    ratio))
        .ifPresent(verdicts::add);
    efforts.stream()
        .filter(it -> it.entrant() == Entrant.GRAPH && it.terms().perSecond() > 0)
        .flatMap(ExtractionReport::quota)
        .forEach(verdicts::add);
    return verdicts;
  }

  private static Stream<Verdict> quota(Effort ours) {
    return Stream.of(
        Verdict.atLeast(
            LEAST_SHARE, "(c) part of the allowed requests that was used", ours.share()),
        Verdict.atMost(
            STORM, "(c) requests refused, by page", (double) ours.refused() / ours.answered()));
  }

  private Optional<Effort> of(Terms terms, Entrant entrant) {
    return efforts.stream()
        .filter(it -> it.terms().equals(terms) && it.entrant() == entrant)
        .findFirst();
  }

  private List<Terms> terms() {
    return efforts.stream().map(Effort::terms).distinct().toList();
  }

  private Markdown body() {
    Markdown text = new Markdown();
    for (Terms terms : terms()) {
      text.heading(terms.name());
      text.line(
          "%d streams of %d pages, answered after %d ms%s."
              .formatted(
                  terms.workload().streams(),
                  terms.workload().pages() - terms.workload().primed(),
                  terms.latency().toMillis(),
                  terms.perSecond() == 0 ? "" : ", " + terms.perSecond() + " requests a second"));
      text.line("")
          .columns(
              "",
              "records a CPU-second",
              "records a second",
              "ours / this, CPU",
              "429",
              "server, CPU-seconds");
      for (Entrant entrant : Entrant.values()) {
        of(terms, entrant).ifPresent(it -> row(text, it));
      }
      if (of(terms, Entrant.DLT).isEmpty()) {
        text.row(Entrant.DLT.title(), "not measured: .ci/extractors installs it", "", "", "", "");
      }
    }
    return text.line("")
        .line("![extraction](extraction.svg) Raw: [extraction.csv](extraction.csv).");
  }

  private void row(Markdown text, Effort it) {
    String ratio =
        of(it.terms(), Entrant.GRAPH)
            .map(
                ours -> String.format(Locale.ROOT, "%.2f", ours.perCpuSecond() / it.perCpuSecond()))
            .orElse("");
    text.row(
        it.entrant().title(),
        number(it.perCpuSecond()),
        number(it.perSecond()),
        ratio,
        it.refused(),
        String.format(Locale.ROOT, "%.1f", it.serverCpuNanos() / 1e9));
  }

  private Chart chart() {
    return new Chart(
        "Extraction over HTTP",
        "ms between request and answer",
        "records a second",
        Chart.Scale.LINEAR,
        Stream.of(Entrant.values())
            .filter(entrant -> efforts.stream().anyMatch(it -> it.entrant() == entrant))
            .map(this::curve)
            .toList());
  }

  private Curve curve(Entrant entrant) {
    return new Curve(
        entrant.title(),
        efforts.stream()
            .filter(it -> it.entrant() == entrant && it.terms().perSecond() == 0)
            .map(it -> new Curve.Point(it.terms().latency().toMillis(), it.perSecond()))
            .toList());
  }

  private String csv() {
    return efforts.stream()
        .map(
            it ->
                String.format(
                    Locale.ROOT,
                    "%s,%s,%d,%.3f,%.3f,%d,%d,%.3f%n",
                    it.terms().name(),
                    it.entrant().name().toLowerCase(Locale.ROOT),
                    it.records(),
                    it.cpuNanos() / 1e9,
                    it.wallNanos() / 1e9,
                    it.answered(),
                    it.refused(),
                    it.serverCpuNanos() / 1e9))
        .collect(
            Collectors.joining(
                "",
                "terms,entrant,records,cpu_seconds,wall_seconds,pages,refused,server_cpu_seconds\n",
                ""));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
