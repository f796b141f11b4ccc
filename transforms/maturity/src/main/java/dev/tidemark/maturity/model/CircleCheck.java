// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import dev.tidemark.maturity.document.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds indicators that depend on themselves through what they require. */
final class CircleCheck {
  private final Map<String, IndicatorDraft> drafts;
  private final Problems problems;
  private final Set<String> done = new HashSet<>();

  CircleCheck(Map<String, IndicatorDraft> drafts, Problems problems) {
    this.drafts = drafts;
    this.problems = problems;
  }

  void run() {
    drafts.keySet().forEach(id -> walk(id, List.of()));
  }

  private void walk(String id, List<String> trail) {
    IndicatorDraft draft = drafts.get(id);
    if (draft == null || done.contains(id)) {
      return;
    }
    List<String> longer = new ArrayList<>(trail);
    longer.add(id);
    if (trail.contains(id)) {
      String round = String.join(" -> ", longer.subList(longer.indexOf(id), longer.size()));
      problems.add(
          draft.path(), draft.line(), "it depends on itself: " + round, "break the circle");
      return;
    }
    draft.references().forEach(reference -> walk(reference.indicator(), longer));
    done.add(id);
  }
}
