// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import dev.tidemark.model.event.MetricEvent;

/** Takes the metric events a record becomes. Not safe for use by several threads. */
@FunctionalInterface
public interface EventSink {
  void accept(MetricEvent event);
}
