// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.asset.AssetFacts;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.model.metric.SubjectKind;
import dev.tidemark.spi.ledger.OrganisationEvidence.AssetCell;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Counts assets by what is known of them: facts of one asset merge across streams by precedence,
 * the latest day wins, and only what the catalogue lists makes the signature.
 */
final class AssetCells {
  private static final Comparator<StreamRow> WEAKEST_FIRST =
      Comparator.comparing(AssetCells::precedence);
  private static final Set<String> LISTED = listed();

  private AssetCells() {}

  static List<AssetCell> count(List<StreamRow> streams) {
    Map<String, AssetCell> merged = new LinkedHashMap<>();
    streams.stream()
        .sorted(WEAKEST_FIRST)
        .flatMap(row -> row.facts.values().stream())
        .forEach(facts -> merged.merge(facts.asset().urn(), cell(facts), AssetCells::merge));
    return merged.values().stream()
        .collect(Collectors.groupingBy(cell -> cell, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> counted(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Precedence precedence(StreamRow row) {
    return row.plan.precedence();
  }

  private static AssetCell cell(AssetFacts facts) {
    Map<String, String> signature = new TreeMap<>(facts.facts());
    signature.keySet().retainAll(LISTED);
    return new AssetCell(facts.stratum(), signature, 1);
  }

  private static AssetCell merge(AssetCell weaker, AssetCell stronger) {
    Map<String, String> signature = new TreeMap<>(weaker.signature());
    stronger
        .signature()
        .forEach((name, value) -> signature.merge(name, value, (a, b) -> choose(name, a, b)));
    Stratum stratum = stronger.stratum();
    return new AssetCell(stratum, signature, 1);
  }

  private static String choose(String fact, String weaker, String stronger) {
    return fact.endsWith(".day") && weaker.compareTo(stronger) > 0 ? weaker : stronger;
  }

  private static AssetCell counted(AssetCell cell, long count) {
    return new AssetCell(cell.stratum(), cell.signature(), count);
  }

  private static Set<String> listed() {
    Set<String> listed = new TreeSet<>();
    for (SubjectKind kind : SubjectKind.values()) {
      listed.addAll(MetricCatalogue.standard().facts(kind));
    }
    return listed;
  }
}
