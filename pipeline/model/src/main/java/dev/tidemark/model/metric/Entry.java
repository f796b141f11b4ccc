// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One row of the catalogue while it is being written down; reads like the row. */
final class Entry {
  private final int number;
  private final String name;
  private final Map<MetricKind, Unit> units = new EnumMap<>(MetricKind.class);
  private Temporality temporality = Temporality.INSTANT;
  private SubjectKind subject = SubjectKind.ACCOUNT;
  private final TreeSet<String> attributes = new TreeSet<>();
  private Range range = Range.NOT_NEGATIVE;
  private Resolution resolution = Resolution.DAILY;

  private Entry(int number, String name) {
    this.number = number;
    this.name = name;
  }

  static Entry own(int number, String shortName) {
    return new Entry(number, "tidemark." + shortName);
  }

  static Entry openTelemetry(int number, String name) {
    return new Entry(number, name);
  }

  Entry gauge(String unit) {
    return point(MetricKind.GAUGE, unit, Temporality.INSTANT);
  }

  Entry sum(String unit) {
    return point(MetricKind.SUM, unit, Temporality.DELTA);
  }

  /** A ratio of flows: numerators and denominators of an interval. */
  Entry ratio(String unit) {
    return point(MetricKind.RATIO, unit, Temporality.DELTA);
  }

  /** A ratio of stocks: numerator and denominator at an instant. */
  Entry stockRatio(String unit) {
    return point(MetricKind.RATIO, unit, Temporality.INSTANT);
  }

  Entry histogram(String unit) {
    return point(MetricKind.HISTOGRAM, unit, Temporality.DELTA);
  }

  Entry sketch(String unit) {
    return point(MetricKind.SKETCH, unit, Temporality.DELTA);
  }

  Entry state(String unit) {
    return point(MetricKind.STATE, unit, Temporality.INSTANT);
  }

  Entry heartbeat(String unit) {
    return point(MetricKind.HEARTBEAT, unit, Temporality.INSTANT);
  }

  Entry about(SubjectKind kind) {
    subject = kind;
    return this;
  }

  Entry with(String... names) {
    attributes.addAll(Set.of(names));
    return this;
  }

  Entry within(Range values) {
    range = values;
    return this;
  }

  Entry hourly() {
    resolution = Resolution.HOURLY_AND_DAILY;
    return this;
  }

  Metric metric() {
    return new Metric(number, name, units, temporality, subject, attributes, range, resolution);
  }

  private Entry point(MetricKind kind, String unit, Temporality meaning) {
    units.put(kind, Unit.of(unit));
    temporality = meaning;
    return this;
  }
}
