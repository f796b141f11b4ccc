// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.asset.AssetFacts;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.event.MetricValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the record at hand says of assets: all its events about one asset are one statement. */
final class RecordFacts {
  private final Map<Subject, Map<String, String>> stated = new LinkedHashMap<>();
  private final Set<Subject> counted = new LinkedHashSet<>();

  void state(Subject subject, MetricValue.Facts facts) {
    stated.computeIfAbsent(subject, unused -> new TreeMap<>()).putAll(facts.facts());
  }

  /** A counter that tells whether the asset is in use. */
  void count(Subject subject) {
    counted.add(subject);
  }

  /** Hands over what the record said and forgets it. */
  void moveTo(PageFacts page, String key, Stratum stratum) {
    if (stated.isEmpty() && counted.isEmpty()) {
      return;
    }
    stated.forEach((subject, facts) -> page.upsert(new AssetFacts(key, stratum, subject, facts)));
    for (Subject subject : onlyCounted()) {
      page.mention(new AssetFacts(key, stratum, subject, Map.of()));
    }
    stated.clear();
    counted.clear();
  }

  private List<Subject> onlyCounted() {
    if (counted.isEmpty()) {
      return List.of();
    }
    List<Subject> subjects = new ArrayList<>(counted);
    subjects.removeAll(stated.keySet());
    return subjects;
  }
}
