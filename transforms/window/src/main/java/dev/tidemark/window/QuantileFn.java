// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.WindowClass;

/**
 * Keeps a quantile sketch of values that are not negative, with their sum and count. Duplicates
 * count twice.
 */
public final class QuantileFn extends PartialFn {
  private static final long serialVersionUID = 1L;

  public QuantileFn() {
    super(WindowClass.QUANTILE, MetricValue.Quantity.class);
  }
}
