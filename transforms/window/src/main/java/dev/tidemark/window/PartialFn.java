// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.beam.PartialCoder;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.WindowClass;
import dev.tidemark.model.window.Partial;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.Combine.CombineFn;

/**
 * Folds metric events of one metric into a {@link Partial}, for use with {@code Combine.perKey}
 * under any windowing. Values are taken as they are: in the metric's canonical unit. Order does not
 * matter; whether duplicates do depends on the class.
 */
public abstract sealed class PartialFn extends CombineFn<MetricEvent, Accumulator, Partial>
    permits SumFn, RatioFn, LastFn, QuantileFn, DistinctFn {
  private static final long serialVersionUID = 1L;

  private final WindowClass windowClass;
  private final Class<? extends MetricValue> takes;

  PartialFn(WindowClass windowClass, Class<? extends MetricValue> takes) {
    this.windowClass = windowClass;
    this.takes = takes;
  }

  @Override
  public final Accumulator createAccumulator() {
    return new Accumulator(windowClass);
  }

  /**
   * Folds in one event.
   *
   * @throws IllegalArgumentException naming the metric, if its value is of another kind
   */
  @Override
  public final Accumulator addInput(Accumulator accumulator, MetricEvent event) {
    if (!takes.isInstance(event.value())) {
      throw new IllegalArgumentException(
          "%s takes values of kind %s, and %s has %s"
              .formatted(
                  getClass().getSimpleName(),
                  takes.getSimpleName(),
                  event.metric(),
                  event.value()));
    }
    accumulator.add(event.value(), event.end(), event.revision());
    return accumulator;
  }

  @Override
  public final Accumulator mergeAccumulators(Iterable<Accumulator> accumulators) {
    Accumulator merged = createAccumulator();
    accumulators.forEach(accumulator -> merged.merge(accumulator.partial()));
    return merged;
  }

  @Override
  public final Partial extractOutput(Accumulator accumulator) {
    return accumulator.partial();
  }

  @Override
  public final Coder<Accumulator> getAccumulatorCoder(
      CoderRegistry registry, Coder<MetricEvent> inputCoder) {
    return new AccumulatorCoder(windowClass);
  }

  @Override
  public final Coder<Partial> getDefaultOutputCoder(
      CoderRegistry registry, Coder<MetricEvent> inputCoder) {
    return PartialCoder.of();
  }
}
