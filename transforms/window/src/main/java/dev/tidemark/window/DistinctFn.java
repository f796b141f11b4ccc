// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.WindowClass;

/** Keeps a set sketch of members. Duplicates change nothing. */
public final class DistinctFn extends PartialFn {
  private static final long serialVersionUID = 1L;

  public DistinctFn() {
    super(WindowClass.DISTINCT, MetricValue.Member.class);
  }
}
