// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.WindowClass;

/** Sums amounts and counts them. Duplicates count twice. */
public final class SumFn extends PartialFn {
  private static final long serialVersionUID = 1L;

  public SumFn() {
    super(WindowClass.SUM, MetricValue.Quantity.class);
  }
}
