// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import java.util.function.BooleanSupplier;

/**
 * Has the ledger delete what is too old: a little in a round while there is more, otherwise asked
 * every few minutes whether a new day has begun. Used by one thread.
 */
final class Tidying {
  private static final int ROUNDS_AT_REST = 300;

  private final BooleanSupplier tidying;
  private int rest = 60;

  Tidying(BooleanSupplier tidying) {
    this.tidying = tidying;
  }

  /** One second has passed; blocks while something is deleted. */
  void round() {
    if (--rest <= 0) {
      rest = tidying.getAsBoolean() ? 1 : ROUNDS_AT_REST;
    }
  }
}
