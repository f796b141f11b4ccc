// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.window;

import java.util.Objects;

/**
 * The absolute content of a window: what is final, and the provisional tail on top of it. The
 * window's value is both merged.
 */
public record WindowChange(WindowKey key, Partial settled, Partial tail) {
  public WindowChange {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(settled, "settled");
    Objects.requireNonNull(tail, "tail");
  }
}
