// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import dev.tidemark.maturity.model.Gate;
import dev.tidemark.maturity.model.LevelRules;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a score deserves by the conditions of section 2.8 alone, without memory. A gate whose
 * indicator is no part of the composite is not asked.
 */
public final class Levels {
  private static final List<String> NAMES =
      List.of("Absent", "Ad hoc", "Repeatable", "Defined", "Managed", "Optimising");

  private final LevelRules rules;
  private final Score score;
  private final Snapshot snapshot;

  /** The levels of one score. */
  public Levels(LevelRules rules, Score score, Snapshot snapshot) {
    this.rules = rules;
    this.score = score;
    this.snapshot = snapshot;
  }

  /** The name of a level. */
  public static String name(int level) {
    return NAMES.get(level);
  }

  /** The highest level whose conditions all hold; none where too little is known to rate at all. */
  public OptionalInt candidate() {
    if (!isRated()) {
      return OptionalInt.empty();
    }
    int level = (int) score.maturity();
    while (level > 0 && !missing(level, 0).isEmpty()) {
      level--;
    }
    return OptionalInt.of(level);
  }

  /** Whether enough is known to rate. */
  public boolean isRated() {
    return score.coverage() >= rules.ratedFrom();
  }

  /**
   * What keeps a level from holding, in words; nothing if it holds. The maturity itself is not
   * asked.
   */
  public List<String> missing(int level) {
    return missing(level, 0);
  }

  /** The same where bounds may fall short by a margin. */
  List<String> missing(int level, double margin) {
    List<String> missing = new ArrayList<>();
    if (score.low() < level - margin) {
      missing.add("lower bound %.2f is below %d".formatted(score.low(), level));
    }
    score
        .weakest()
        .filter(weakest -> weakest.getValue().maturity() < level - 1 - margin)
        .ifPresent(
            weakest -> missing.add(describe(weakest.getKey(), weakest.getValue(), level - 1)));
    if (score.coverage() < rules.coverageFor(level)) {
      missing.add(
          "coverage %.0f%% is below %.0f%%"
              .formatted(100 * score.coverage(), 100 * rules.coverageFor(level)));
    }
    failed(level).forEach(gate -> missing.add("gate " + describe(gate)));
    return missing;
  }

  /** The gates of a level that are not passed; an indicator never observed passes none. */
  public List<Gate> failed(int level) {
    return rules.gatesFor(level).stream()
        .filter(this::isAsked)
        .filter(gate -> !passes(gate))
        .toList();
  }

  /** Whether a gate of a level is failed by what was observed, not by what is unknown. */
  public boolean failsByObservation(int level) {
    return failed(level).stream().anyMatch(gate -> observed(gate.indicator()).isPresent());
  }

  /** Whether such a gate is critical. */
  public boolean failsCritically(int level) {
    return failed(level).stream()
        .anyMatch(
            gate -> gate.kind() == Gate.Kind.CRITICAL && observed(gate.indicator()).isPresent());
  }

  /**
   * The utility observed of an indicator, averaged over the strata that show one by their share;
   * age does not matter.
   */
  public OptionalDouble observed(String indicator) {
    return ObservedUtility.of(snapshot.of(indicator).values());
  }

  private boolean isAsked(Gate gate) {
    return score.indicators().containsKey(gate.indicator());
  }

  private boolean passes(Gate gate) {
    return observed(gate.indicator()).orElse(-1) >= gate.utility();
  }

  private static String describe(String dimension, Estimate estimate, int least) {
    return "%s at %.2f is below %d".formatted(dimension, estimate.maturity(), least);
  }

  private String describe(Gate gate) {
    OptionalDouble observed = observed(gate.indicator());
    String seen =
        observed.isPresent() ? "at %.2f".formatted(observed.getAsDouble()) : "not observed";
    return "%s %s, needs %.2f".formatted(gate.indicator(), seen, gate.utility());
  }
}
