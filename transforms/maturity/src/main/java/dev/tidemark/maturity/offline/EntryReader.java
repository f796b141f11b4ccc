// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.offline;

import dev.tidemark.maturity.document.NearestName;
import dev.tidemark.maturity.document.Problems;
import dev.tidemark.maturity.document.Section;
import dev.tidemark.maturity.model.EvidenceKind;
import dev.tidemark.maturity.model.EvidenceRule;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Coordinate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads the evidence of one state, line by line. */
final class EntryReader {
  private final MaturityModel model;
  private final Shares shares;
  private final Problems problems;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<Coordinate> seen = new HashSet<>();

  EntryReader(MaturityModel model, Shares shares, Problems problems) {
    this.model = model;
    this.shares = shares;
    this.problems = problems;
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  void read(Section section) {
    Optional<String> indicator = section.text("indicator").filter(name -> isKnown(section, name));
    Optional<String> stratum =
        section.text("stratum").filter(name -> isShared(section, indicator, name));
    OptionalDouble raw = section.number("raw", -Double.MAX_VALUE, Double.MAX_VALUE);
    OptionalDouble observations = section.number("n", 0, Double.MAX_VALUE);
    OptionalDouble age = section.number("age_days", 0, Double.MAX_VALUE);
    OptionalDouble eligible = eligible(section, indicator);
    OptionalDouble grace = section.optionalNumber("grace_days", 0, Double.MAX_VALUE);
    section.close();
    if (indicator.isPresent()
        && stratum.isPresent()
        && raw.isPresent()
        && observations.isPresent()
        && age.isPresent()) {
      Coordinate coordinate = new Coordinate(indicator.get(), stratum.get());
      add(
          section,
          new Entry(
              coordinate,
              raw.getAsDouble(),
              observations.getAsDouble(),
              age.getAsDouble(),
              eligible,
              grace));
    }
  }

  private void add(Section section, Entry entry) {
    entries.add(entry);
    if (!seen.add(entry.coordinate())) {
      problems.add(
          section.path(),
          section.line(),
          entry.coordinate().indicator()
              + " on "
              + entry.coordinate().stratum()
              + " is given twice",
          "keep one of the two");
    }
  }

  private boolean isKnown(Section section, String name) {
    boolean known = model.indicators().containsKey(name);
    if (!known) {
      String remedy = NearestName.remedy(name, model.indicators().keySet());
      section.problem("indicator", "the model has no indicator " + name, remedy);
    }
    return known;
  }

  private boolean isShared(Section section, Optional<String> indicator, String stratum) {
    boolean shared = indicator.map(name -> shares.allows(name, stratum)).orElse(true);
    if (!shared) {
      section.problem(
          "stratum",
          "the materiality of " + indicator.orElse("it") + " has no stratum " + stratum,
          NearestName.remedy(stratum, indicator.map(shares::strata).orElse(Set.of())));
    }
    return shared;
  }

  /** A census without a fixed population needs to be told how many there are. */
  private OptionalDouble eligible(Section section, Optional<String> indicator) {
    OptionalDouble eligible = section.optionalNumber("eligible", 0, Double.MAX_VALUE);
    boolean stated = section.has("eligible");
    boolean needed =
        indicator
            .map(name -> model.indicator(name).evidence())
            .filter(EntryReader::counts)
            .isPresent();
    if (needed && !stated) {
      section.problem("eligible", "it is missing", "say how many there are, of which n were seen");
    }
    return eligible;
  }

  private static boolean counts(EvidenceRule rule) {
    return rule.kind() == EvidenceKind.CENSUS
        && rule.full().isEmpty()
        && rule.eligible().isPresent();
  }
}
