// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.model.metric.SubjectKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A frame arranged for look-ups; everything comes out in an order that does not depend on the order
 * it went in.
 */
final class FrameIndex {
  private static final Comparator<DayPartial> BY_DAY =
      Comparator.comparing(DayPartial::day)
          .thenComparing(partial -> partial.attributes().toString());

  private final Map<Source, List<DayPartial>> partials = new HashMap<>();
  private final Map<Source, List<Feed>> feeds = new HashMap<>();
  private final Map<Kind, List<Cell>> cells = new HashMap<>();
  private final Map<Kind, Population> populations = new HashMap<>();
  private final Map<Coordinate, List<Attestation>> attestations = new HashMap<>();

  FrameIndex(EvidenceFrame frame) {
    frame
        .partials()
        .forEach(
            partial -> append(partials, new Source(partial.stratum(), partial.metric()), partial));
    frame.feeds().forEach(feed -> append(feeds, new Source(feed.stratum(), feed.metric()), feed));
    frame.cells().forEach(cell -> append(cells, new Kind(cell.stratum(), cell.kind()), cell));
    frame
        .attestations()
        .forEach(attestation -> append(attestations, attestation.coordinate(), attestation));
    frame.populations().forEach(this::add);
    partials.values().forEach(list -> list.sort(BY_DAY));
  }

  /** The partials of a metric, earliest day first. */
  List<DayPartial> partials(String stratum, String metric) {
    return partials.getOrDefault(new Source(stratum, metric), List.of());
  }

  List<Feed> feeds(String stratum, String metric) {
    return feeds.getOrDefault(new Source(stratum, metric), List.of());
  }

  List<Cell> cells(String stratum, SubjectKind kind) {
    return cells.getOrDefault(new Kind(stratum, kind), List.of());
  }

  /** The population of a kind; columns count by the assets they belong to. */
  Optional<Population> population(String stratum, SubjectKind kind) {
    SubjectKind counted = kind == SubjectKind.COLUMN ? SubjectKind.ASSET : kind;
    return Optional.ofNullable(populations.get(new Kind(stratum, counted)));
  }

  List<Attestation> attestations(Coordinate coordinate) {
    return attestations.getOrDefault(coordinate, List.of());
  }

  /** Every stratum some feed belongs to. */
  SortedSet<String> connected() {
    SortedSet<String> strata = new TreeSet<>();
    feeds.keySet().forEach(source -> strata.add(source.stratum()));
    return strata;
  }

  private void add(Population population) {
    populations.merge(
        new Kind(population.stratum(), population.kind()), population, FrameIndex::sum);
  }

  private static Population sum(Population left, Population right) {
    return new Population(
        left.stratum(),
        left.kind(),
        left.visible() + right.visible(),
        left.eligible() + right.eligible());
  }

  private static <K, V> void append(Map<K, List<V>> map, K key, V value) {
    map.computeIfAbsent(key, absent -> new ArrayList<>()).add(value);
  }

  private record Source(String stratum, String metric) {}

  private record Kind(String stratum, SubjectKind kind) {}
}
