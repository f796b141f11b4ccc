// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import dev.tidemark.model.metric.Metric;

/**
 * What a measure takes from a metric.
 *
 * @param metric the metric
 * @param part of a ratio metric, which side
 * @param where the attributes or facts that qualify
 */
public record Operand(Metric metric, Part part, Predicate where) {
  /** The side of a ratio that is taken; of other metrics there is only the whole. */
  public enum Part {
    /** The value itself. */
    WHOLE,
    /** A ratio's numerator. */
    NUMERATOR,
    /** A ratio's denominator. */
    DENOMINATOR
  }
}
