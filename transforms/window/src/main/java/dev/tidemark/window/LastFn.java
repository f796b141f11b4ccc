// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.WindowClass;

/** Keeps the value with the greatest (end, revision). Duplicates change nothing. */
public final class LastFn extends PartialFn {
  private static final long serialVersionUID = 1L;

  public LastFn() {
    super(WindowClass.LAST, MetricValue.Quantity.class);
  }
}
