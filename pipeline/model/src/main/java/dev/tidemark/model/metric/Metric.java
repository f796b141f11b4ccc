// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One entry of the catalogue.
 *
 * @param number its row in the catalogue; metrics that belong together share a row
 * @param name the full name, as events carry it
 * @param units the kinds of point it has, each with its canonical unit; most metrics have one kind
 * @param temporality what a point's interval means once stored
 * @param subject what a point speaks of
 * @param attributes the attributes a point may carry; of a STATE metric, the facts. A fact whose
 *     name ends in {@code .day} is an ISO date. A source that can see a fact states it of every
 *     subject, also when it is false or none: a fact no subject of an account carries counts as not
 *     observed.
 * @param range the values that can be true, in the canonical unit
 * @param resolution the window lengths it is kept at
 */
public record Metric(
    int number,
    String name,
    Map<MetricKind, Unit> units,
    Temporality temporality,
    SubjectKind subject,
    SortedSet<String> attributes,
    Range range,
    Resolution resolution) {
  private static final String ROOT = "tidemark.";

  public Metric {
    if (units.isEmpty()) {
      throw new IllegalArgumentException("metric " + name + " needs a kind and a unit");
    }
    units = Collections.unmodifiableMap(new EnumMap<>(units));
    attributes = Collections.unmodifiableSortedSet(new TreeSet<>(attributes));
  }

  /** The name without the project's own root; names taken from OpenTelemetry stay whole. */
  public String shortName() {
    return name.startsWith(ROOT) ? name.substring(ROOT.length()) : name;
  }

  /** The kinds of point it has. */
  public Set<MetricKind> kinds() {
    return units.keySet();
  }

  /** The kind it is known for: the first in the order of {@link MetricKind}. */
  public MetricKind kind() {
    return kinds().iterator().next();
  }

  /** The canonical unit of the kind it is known for. */
  public Unit unit() {
    return unit(kind());
  }

  /**
   * The canonical unit of one of its kinds.
   *
   * @throws IllegalArgumentException if it has no points of that kind
   */
  public Unit unit(MetricKind kind) {
    Unit unit = units.get(kind);
    if (unit == null) {
      throw new IllegalArgumentException("metric " + name + " has no points of kind " + kind);
    }
    return unit;
  }

  /** What a window keeps of the kind it is known for. */
  public WindowClass windowClass() {
    return kind().windowClass();
  }
}
