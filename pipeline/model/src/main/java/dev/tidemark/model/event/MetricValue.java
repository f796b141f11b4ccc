// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.event;

import java.util.Map;

/** The value of a metric event. */
public sealed interface MetricValue {
  /** A finite number in the event's unit. */
  record Quantity(double value) implements MetricValue {
    public Quantity {
      requireFinite(value);
    }
  }

  /** Parts of a whole; 0 &lt;= numerator &lt;= denominator. */
  record Ratio(double numerator, double denominator) implements MetricValue {
    public Ratio {
      requireFinite(numerator);
      requireFinite(denominator);
      if (numerator < 0 || numerator > denominator) {
        throw new IllegalArgumentException(
            "a ratio needs 0 <= numerator <= denominator, not " + numerator + "/" + denominator);
      }
    }
  }

  /** One member of a set that is counted distinctly, as a keyed hash: never a person's name. */
  record Member(String pseudonym) implements MetricValue {}

  /** What is known of an asset, whole. */
  record Facts(Map<String, String> facts) implements MetricValue {
    public Facts {
      facts = Map.copyOf(facts);
    }
  }

  private static void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a metric value is finite, not " + value);
    }
  }
}
