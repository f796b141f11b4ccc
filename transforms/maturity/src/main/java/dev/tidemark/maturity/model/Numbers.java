// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers in messages. */
final class Numbers {
  private static final int DIGITS = 9;

  private Numbers() {}

  /** The number without the noise of its last bits. */
  static String plain(double number) {
    BigDecimal rounded =
        new BigDecimal(number).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
