// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All standard metrics by full name: the 48 rows of the scoring model's catalogue, three of which
 * hold two names and one four. Immutable, the same for every thread.
 */
public final class MetricCatalogue {
  private static final MetricCatalogue STANDARD =
      new MetricCatalogue(
          Stream.of(
                  AssetMetrics.ALL,
                  QualityMetrics.ALL,
                  OperationMetrics.ALL,
                  AccessMetrics.ALL,
                  AiMetrics.ALL,
                  EstateMetrics.ALL)
              .flatMap(List::stream)
              .toList());

  private final SortedMap<String, Metric> metrics = new TreeMap<>();

  private MetricCatalogue(Collection<Metric> entries) {
    entries.forEach(metric -> metrics.put(metric.name(), metric));
  }

  /** The catalogue. */
  public static MetricCatalogue standard() {
    return STANDARD;
  }

  /** The metric of that full name, if there is one. */
  public Optional<Metric> find(String name) {
    return Optional.ofNullable(metrics.get(name));
  }

  /**
   * The metric of that full name.
   *
   * @throws IllegalArgumentException naming it, if there is none
   */
  public Metric require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no metric of the catalogue is called \"" + name + "\""));
  }

  /** Every full name, in order. */
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(metrics.keySet()));
  }

  /** Every metric, by full name. */
  public Collection<Metric> all() {
    return Collections.unmodifiableCollection(metrics.values());
  }

  /** The facts that may be stated of a subject of that kind, by whichever metric. */
  public SortedSet<String> facts(SubjectKind subject) {
    SortedSet<String> facts = new TreeSet<>();
    metrics.values().stream()
        .filter(metric -> metric.subject() == subject && metric.kinds().contains(MetricKind.STATE))
        .forEach(metric -> facts.addAll(metric.attributes()));
    return facts;
  }
}
