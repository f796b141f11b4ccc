// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring.trial;

import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import java.util.Optional;
import java.util.TreeMap;

/** A metric event in a line. */
public final class EventText {
  private EventText() {}

  /** Metric, value, attributes and subject. */
  public static String of(MetricEvent event) {
    String attributes = event.attributes().values().isEmpty() ? "" : " " + event.attributes();
    return event.metric()
        + " = "
        + value(event.value())
        + " "
        + event.unit()
        + attributes
        + "  "
        + subject(event);
  }

  /** The URN of what it is about; empty for the account as a whole. */
  static String subject(MetricEvent event) {
    return Optional.ofNullable(event.subject()).map(it -> it.urn()).orElse("");
  }

  static String value(MetricValue value) {
    if (value instanceof MetricValue.Quantity quantity) {
      return number(quantity.value());
    }
    if (value instanceof MetricValue.Ratio ratio) {
      return number(ratio.numerator()) + " of " + number(ratio.denominator());
    }
    if (value instanceof MetricValue.Member member) {
      return "member " + member.pseudonym();
    }
    return new TreeMap<>(((MetricValue.Facts) value).facts()).toString();
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
