// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import dev.tidemark.model.metric.Metric;
import java.util.List;
import java.util.Optional;

/** How a raw value comes from metrics. */
public sealed interface Measure {
  /** The class of aggregate it is computed from. */
  AggregateCode code();

  /** What it takes, the numerator first. */
  List<Operand> operands();

  /** The metrics it needs. */
  default List<Metric> metrics() {
    return operands().stream().map(Operand::metric).distinct().toList();
  }

  /** Amounts over amounts within the window. */
  record FlowRatio(Operand numerator, Operand denominator) implements Measure {
    @Override
    public AggregateCode code() {
      return AggregateCode.RATIO;
    }

    @Override
    public List<Operand> operands() {
      return List.of(numerator, denominator);
    }
  }

  /**
   * Amounts over amounts within the window, divided by the median of the same over earlier windows
   * of a year.
   */
  record RelativeFlow(Operand numerator, Operand denominator) implements Measure {
    @Override
    public AggregateCode code() {
      return AggregateCode.RATIO;
    }

    @Override
    public List<Operand> operands() {
      return List.of(numerator, denominator);
    }
  }

  /** Subjects that qualify over subjects in question; of a ratio of stocks, its newest value. */
  record KeyedRatio(AggregateCode code, Operand numerator, Operand denominator) implements Measure {
    @Override
    public List<Operand> operands() {
      return List.of(numerator, denominator);
    }
  }

  /**
   * Different things that qualify over different things in question.
   *
   * @param minus things taken away from the numerator
   */
  record DistinctRatio(Operand numerator, Optional<Operand> minus, Operand denominator)
      implements Measure {
    @Override
    public AggregateCode code() {
      return AggregateCode.DISTINCT_RATIO;
    }

    @Override
    public List<Operand> operands() {
      return minus
          .map(less -> List.of(numerator, less, denominator))
          .orElse(List.of(numerator, denominator));
    }
  }

  /** A quantile of single durations or sizes within the window. */
  record Quantile(Operand numerator, double quantile) implements Measure {
    @Override
    public AggregateCode code() {
      return AggregateCode.QUANTILE;
    }

    @Override
    public List<Operand> operands() {
      return List.of(numerator);
    }
  }

  /**
   * A quantile, over the values of one attribute, of the days per week on which something happened.
   */
  record DayFrequency(Operand numerator, String attribute, double quantile) implements Measure {
    @Override
    public AggregateCode code() {
      return AggregateCode.QUANTILE;
    }

    @Override
    public List<Operand> operands() {
      return List.of(numerator);
    }
  }

  /** The newest value. */
  record LastValue(Operand numerator) implements Measure {
    @Override
    public AggregateCode code() {
      return AggregateCode.LAST;
    }

    @Override
    public List<Operand> operands() {
      return List.of(numerator);
    }
  }

  /** How far forecasts were from what came, summed over the months of the window. */
  record MonthlyDeviation(Operand numerator, Operand denominator) implements Measure {
    @Override
    public AggregateCode code() {
      return AggregateCode.LAST;
    }

    @Override
    public List<Operand> operands() {
      return List.of(numerator, denominator);
    }
  }
}
