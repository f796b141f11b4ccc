// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import dev.tidemark.maturity.document.NearestName;
import dev.tidemark.maturity.document.Problems;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The checks that need more than one part of a model. */
final class ModelChecks {
  private static final double TOLERANCE = 1e-9;

  private final Map<String, Dimension> dimensions;
  private final Map<String, IndicatorDraft> drafts;
  private final Map<String, Composite> composites;
  private final Problems problems;

  ModelChecks(
      Map<String, Dimension> dimensions,
      Map<String, IndicatorDraft> drafts,
      Map<String, Composite> composites,
      Problems problems) {
    this.dimensions = dimensions;
    this.drafts = drafts;
    this.composites = composites;
    this.problems = problems;
  }

  void run() {
    drafts.values().forEach(this::checkDimension);
    dimensions.keySet().forEach(this::checkWeights);
    drafts.values().forEach(this::checkReferences);
    new CircleCheck(drafts, problems).run();
    checkNumerators();
  }

  private void checkDimension(IndicatorDraft draft) {
    draft
        .dimension()
        .filter(name -> !dimensions.containsKey(name))
        .ifPresent(
            name ->
                problems.add(
                    draft.path() + ".dimension",
                    draft.line(),
                    "unknown dimension " + name,
                    NearestName.remedy(name, dimensions.keySet())));
  }

  private void checkWeights(String dimension) {
    List<IndicatorDraft> members =
        drafts.values().stream().filter(draft -> isMember(draft, dimension)).toList();
    if (members.stream().anyMatch(draft -> draft.weight().isEmpty())) {
      return;
    }
    double sum =
        members.stream()
            .filter(draft -> draft.status() == IndicatorStatus.ACTIVE)
            .mapToDouble(draft -> draft.weight().orElse(0))
            .sum();
    if (Math.abs(sum - 1) > TOLERANCE) {
      int line = members.stream().mapToInt(IndicatorDraft::line).min().orElse(1);
      problems.add(
          "indicators of " + dimension,
          line,
          "the weights of the active indicators of " + dimension + " sum to " + Numbers.plain(sum),
          "make them sum to 1");
    }
  }

  /** An indicator whose dimension is misspelt still counts where it was meant to. */
  private boolean isMember(IndicatorDraft draft, String dimension) {
    String meant =
        draft
            .dimension()
            .filter(dimensions::containsKey)
            .or(() -> draft.dimension().flatMap(name -> NearestName.of(name, dimensions.keySet())))
            .orElseGet(() -> draft.id().split("\\.", 2)[0]);
    return meant.equals(dimension);
  }

  private void checkReferences(IndicatorDraft draft) {
    for (IndicatorDraft.Reference reference : draft.references()) {
      if (!drafts.containsKey(reference.indicator())) {
        problems.add(
            draft.path() + "." + reference.key(),
            draft.line(),
            "unknown indicator " + reference.indicator(),
            NearestName.remedy(reference.indicator(), drafts.keySet()));
      }
    }
  }

  private void checkNumerators() {
    Map<String, IndicatorDraft> seen = new HashMap<>();
    drafts
        .values()
        .forEach(
            draft -> draft.measure().ifPresent(measure -> checkNumerator(draft, measure, seen)));
  }

  private void checkNumerator(
      IndicatorDraft draft, Measure measure, Map<String, IndicatorDraft> seen) {
    Operand numerator = measure.operands().get(0);
    String counted =
        numerator.metric().name() + " " + numerator.part() + " where " + numerator.where();
    IndicatorDraft first = seen.putIfAbsent(counted, draft);
    if (first != null && share(first, draft)) {
      refuseTwin(first, draft);
    }
  }

  private void refuseTwin(IndicatorDraft first, IndicatorDraft second) {
    problems.add(
        second.path() + ".numerator",
        second.line(),
        "it counts the same as " + first.id() + ", so one practice would count twice",
        "use another metric or filter");
  }

  private boolean share(IndicatorDraft left, IndicatorDraft right) {
    return composites.values().stream()
        .map(Composite::dimensions)
        .anyMatch(members -> contains(members, left) && contains(members, right));
  }

  private static boolean contains(Collection<String> members, IndicatorDraft draft) {
    return draft.dimension().map(members::contains).orElse(false);
  }
}
