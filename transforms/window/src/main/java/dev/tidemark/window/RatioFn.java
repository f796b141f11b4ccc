// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.WindowClass;

/** Sums numerators and denominators; the quotient is formed last. Duplicates count twice. */
public final class RatioFn extends PartialFn {
  private static final long serialVersionUID = 1L;

  public RatioFn() {
    super(WindowClass.RATIO, MetricValue.Ratio.class);
  }
}
