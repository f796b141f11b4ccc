// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.command;

import dev.tidemark.bench.freshness.Freshness;
import dev.tidemark.bench.freshness.FreshnessReport;
import dev.tidemark.bench.freshness.Measured;
import dev.tidemark.bench.freshness.Setting;
import dev.tidemark.bench.live.Bench;
import dev.tidemark.bench.report.Findings;
import dev.tidemark.bench.report.Profile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An aim that is measured by itself, without contestants. */
enum Experiment {
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
  };

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
