// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.soak;

import java.util.Map;

/** Something that shows figures, each by a name of its own; for one thread. */
@FunctionalInterface
public interface Instrument {
  /** What it shows now. */
  Map<String, Double> read();
}
