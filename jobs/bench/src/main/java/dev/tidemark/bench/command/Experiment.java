// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.command;

import dev.tidemark.bench.extraction.Effort;
import dev.tidemark.bench.extraction.Entrant;
import dev.tidemark.bench.extraction.Extraction;
import dev.tidemark.bench.extraction.ExtractionReport;
import dev.tidemark.bench.extraction.LimitedPagesConnectorType;
import dev.tidemark.bench.extraction.Terms;
import dev.tidemark.bench.freshness.Freshness;
import dev.tidemark.bench.freshness.FreshnessReport;
import dev.tidemark.bench.freshness.Measured;
import dev.tidemark.bench.freshness.Setting;
import dev.tidemark.bench.idle.Crowd;
import dev.tidemark.bench.idle.IdleReport;
import dev.tidemark.bench.idle.Idleness;
import dev.tidemark.bench.live.Bench;
import dev.tidemark.bench.report.Findings;
import dev.tidemark.bench.report.Profile;
import dev.tidemark.bench.scaling.Connectors;
import dev.tidemark.bench.scaling.Keys;
import dev.tidemark.bench.scaling.Recovery;
import dev.tidemark.bench.scaling.ScalingReport;
import dev.tidemark.bench.scaling.Spreading;
import dev.tidemark.bench.workload.Spread;
import dev.tidemark.bench.workload.Workload;
import dev.tidemark.bench.writing.Writing;
import dev.tidemark.bench.writing.WritingReport;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** An aim that is measured by itself, without contestants. */
enum Experiment {
  /** Extraction over HTTP. */
  EXTRACTION('c') {
    @Override
    Findings run(Bench bench, Programme.Length length) {
      List<Effort> efforts = new ArrayList<>();
      for (Terms terms : terms(length)) {
        Extraction extraction = new Extraction(bench, terms);
        Entrant.present().forEach(entrant -> efforts.add(extraction.measured(entrant)));
      }
      return new ExtractionReport(efforts).findings();
    }
  },
  /** How soon the score shows what has changed at a source. */
  FRESHNESS('d') {
    @Override
    Findings run(Bench bench, Programme.Length length) throws IOException {
      List<Measured> measured = new ArrayList<>();
      Map<String, Profile> profiles = new TreeMap<>();
      for (Setting setting : settings(length)) {
        Measured one = Freshness.measured(bench, setting);
        measured.add(one);
        profiles.put(setting.name(), Profile.of(one.recording()));
      }
      return new FreshnessReport(measured).findings(profiles);
    }
  },
  /** Many connectors, many keys, and kills. */
  SCALING('e') {
    @Override
    Findings run(Bench bench, Programme.Length length) {
      boolean full = length == Programme.Length.FULL;
      Connectors connectors =
          new Connectors(
              bench,
              full ? 10_000 : 2_000,
              Duration.ofSeconds(full ? 60 : 20),
              Duration.ofSeconds(full ? 180 : 40));
      List<Spreading> spreadings =
          IntStream.of(full ? CONNECTORS : FEW_CONNECTORS).mapToObj(connectors::measured).toList();
      Keys keys = new Keys(bench, Duration.ofSeconds(full ? 120 : 25), full ? 5 : 2);
      List<Recovery> recoveries =
          LongStream.of(full ? KEYS : FEW_KEYS).mapToObj(keys::measured).toList();
      return new ScalingReport(spreadings, recoveries).findings();
    }
  },
  /** Our commits against COPY. */
  WRITING('w') {
    @Override
    Findings run(Bench bench, Programme.Length length) {
      int pages = length == Programme.Length.FULL ? 30 : 12;
      LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(6);
      Workload fresh = new Workload("all-new", 20, pages, 1, 1_000, 100, Spread.DISTINCT, 1, first);
      Workload changing =
          new Workload("changing", 60, pages, 1, 1_000, 100, Spread.UNIFORM, 200, first);
      return new WritingReport(
              Stream.of(fresh, changing)
                  .flatMap(workload -> Writing.measured(bench, workload).stream())
                  .toList())
          .findings();
    }
  },
  /** What streams cost that have nothing to say. */
  IDLENESS('f') {
    @Override
    Findings run(Bench bench, Programme.Length length) throws IOException {
      boolean full = length == Programme.Length.FULL;
      Duration interval = Duration.ofSeconds(full ? 60 : 20);
      Idleness idleness = new Idleness(bench, interval, full ? 5 : 2);
      List<Crowd> crowds = new ArrayList<>();
      for (int streams : full ? CROWDS : SMALL_CROWDS) {
        crowds.add(idleness.measured(streams));
      }
      return new IdleReport(crowds, interval)
          .findings(Profile.of(idleness.recording().orElseThrow()));
    }
  };

  private static final int[] CONNECTORS = {10, 100, 1_000, 10_000};
  private static final int[] FEW_CONNECTORS = {10, 500};
  private static final long[] KEYS = {1_000, 10_000, 100_000, 1_000_000, 10_000_000};
  private static final long[] FEW_KEYS = {1_000, 50_000};
  private static final int[] CROWDS = {10, 1_000, 5_000, 10_000, 50_000};
  private static final int[] SMALL_CROWDS = {10, 500, 2_000};

  private final char letter;

  Experiment(char letter) {
    this.letter = letter;
  }

  /** The one of a letter. */
  static Optional<Experiment> of(char letter) {
    return Stream.of(values()).filter(it -> it.letter == letter).findFirst();
  }

  /** Does it; throws where a result is wrong. */
  abstract Findings run(Bench bench, Programme.Length length) throws IOException;

  private static List<Terms> terms(Programme.Length length) {
    boolean full = length == Programme.Length.FULL;
    LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(6);
    Workload pages =
        new Workload("pages", 40, full ? 210 : 60, 10, 100, 1_000, Spread.UNIFORM, 20, first);
    Workload fewer = pages.sized(20, full ? 160 : 60, 10);
    return List.of(
        new Terms("0-ms", pages, Duration.ZERO, 0),
        new Terms("20-ms", pages, Duration.ofMillis(20), 0),
        new Terms("200-ms", fewer, Duration.ofMillis(200), 0),
        new Terms("quota", fewer, Duration.ofMillis(20), LimitedPagesConnectorType.PER_SECOND));
  }

  private static List<Setting> settings(Programme.Length length) {
    boolean full = length == Programme.Length.FULL;
    int warming = full ? 30 : 10;
    int changes = full ? 300 : 60;
    int background = full ? 1_000 : 200;
    return List.of(
        new Setting(
            "lone",
            "Changes that come alone, in the one stream of the source that is read",
            Set.of("tables"),
            background,
            warming,
            changes,
            Duration.ofSeconds(2)),
        new Setting(
            "busy",
            "Changes in every poll, of a source whose six streams always find something",
            Set.of(),
            background,
            warming,
            changes,
            Duration.ofMillis(600)));
  }
}
