// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The classes of aggregates (scoring model, section 3.2). */
public enum AggregateCode {
  /** R: a ratio of flows. */
  RATIO,
  /** K: a ratio of counted subjects. */
  KEYED_RATIO,
  /** T: a ratio of numbers of different things. */
  DISTINCT_RATIO,
  /** D: subjects counted by a number of different things each. */
  KEYED_DISTINCT,
  /** Q: a quantile. */
  QUANTILE,
  /** L: the newest value. */
  LAST;

  /** The code of that name, written in small letters. */
  public static Optional<AggregateCode> parse(String text) {
    return Arrays.stream(values()).filter(code -> code.text().equals(text)).findFirst();
  }

  /** The name in small letters, as models write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
