// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import dev.tidemark.maturity.document.NearestName;
import dev.tidemark.maturity.document.Section;
import dev.tidemark.model.metric.MetricCatalogue;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads when the evidence of an indicator suffices. */
final class EvidenceReader {
  private final Section section;

  EvidenceReader(Section section) {
    this.section = section;
  }

  Optional<EvidenceRule> read() {
    Optional<EvidenceKind> kind = section.text("kind").flatMap(this::kind);
    OptionalDouble full = section.optionalNumber("full", 1, Double.MAX_VALUE);
    boolean stated = section.has("full");
    Optional<String> eligible = section.optionalText("eligible");
    eligible.ifPresent(this::requireMetric);
    double cap = section.optionalNumber("cap", 0, 1).orElse(1);
    Optional<String> share = section.optionalText("share");
    section.close();
    if (kind.isPresent() && kind.get() == EvidenceKind.EVENTS && !stated) {
      section.problem("full", "it is missing", "say how many events are full evidence");
    }
    return kind.map(known -> new EvidenceRule(known, full, eligible, cap, share));
  }

  private Optional<EvidenceKind> kind(String text) {
    try {
      return Optional.of(EvidenceKind.valueOf(text.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      section.problem("kind", "unknown kind " + text, "write events or census");
      return Optional.empty();
    }
  }

  private void requireMetric(String name) {
    MetricCatalogue catalogue = MetricCatalogue.standard();
    if (catalogue.find(name).isEmpty()) {
      section.problem(
          "eligible",
          "no metric of the catalogue is called " + name,
          NearestName.remedy(name, catalogue.names()));
    }
  }
}
