// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import dev.tidemark.maturity.model.Indicator;
import dev.tidemark.maturity.model.Measure;
import dev.tidemark.maturity.model.Operand;
import dev.tidemark.maturity.score.Coordinate;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which strata an indicator is about, and with which share each. */
final class Estate {
  private final EvidenceFrame frame;
  private final LocalDate today;
  private final SortedMap<String, Double> materiality = new TreeMap<>();

  Estate(EvidenceFrame frame, FrameIndex index, LocalDate today) {
    this.frame = frame;
    this.today = today;
    frame
        .register()
        .entries()
        .forEach(entry -> materiality.merge(entry.stratum(), entry.materiality(), Double::sum));
    if (frame.register().hasAssumedShares()) {
      index.connected().forEach(stratum -> materiality.put(stratum, 1d));
    }
  }

  /**
   * The strata with their shares, which sum to 1; none if no stratum has what the indicator asks
   * about.
   */
  SortedMap<String, Double> shares(Indicator indicator) {
    SortedSet<String> strata = new TreeSet<>(concerned(indicator));
    strata.removeIf(stratum -> isExempt(indicator.id(), stratum));
    double sum =
        strata.stream()
            .mapToDouble(stratum -> materiality.getOrDefault(stratum, 0d))
            .reduce(0, Double::sum);
    SortedMap<String, Double> shares = new TreeMap<>();
    strata.forEach(stratum -> shares.put(stratum, materiality.getOrDefault(stratum, 0d) / sum));
    return shares;
  }

  /** The strata the indicator would be about, were it not for recorded decisions. */
  SortedSet<String> exempt(Indicator indicator) {
    SortedSet<String> strata = new TreeSet<>(concerned(indicator));
    strata.removeIf(stratum -> !isExempt(indicator.id(), stratum));
    return strata;
  }

  /** Whether a recorded decision takes the indicator out everywhere. */
  boolean isExempt(String indicator) {
    return isExempt(indicator, Coordinate.EVERYWHERE);
  }

  private boolean isExempt(String indicator, String stratum) {
    Coordinate coordinate = new Coordinate(indicator, stratum);
    return frame.register().exemptions().stream()
        .anyMatch(exemption -> exemption.covers(coordinate, today));
  }

  private List<String> concerned(Indicator indicator) {
    return materiality.keySet().stream().filter(stratum -> isAbout(indicator, stratum)).toList();
  }

  /** An indicator is about the strata whose platforms show the population it asks about. */
  private boolean isAbout(Indicator indicator, String stratum) {
    return indicator
        .measure()
        .map(measure -> frame.supply().applies(stratum, population(measure).metric()))
        .orElse(false);
  }

  private static Operand population(Measure measure) {
    List<Operand> operands = measure.operands();
    return operands.get(operands.size() - 1);
  }
}
