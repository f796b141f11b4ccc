// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.stream.KeyRange;
import org.jspecify.annotations.Nullable;

/** The order of record keys: by the bytes of their UTF-8 form, which is by code point. */
final class KeyOrder {
  private KeyOrder() {}

  static int compare(String left, String right) {
    int length = Math.min(left.length(), right.length());
    int at = 0;
    while (at < length && left.charAt(at) == right.charAt(at)) {
      at++;
    }
    if (at == length) {
      return left.length() - right.length();
    }
    return Integer.compare(rank(left.charAt(at)), rank(right.charAt(at)));
  }

  /** Whether some key lies in both ranges. */
  static boolean overlap(KeyRange left, KeyRange right) {
    return begins(left.after(), right.through()) && begins(right.after(), left.through());
  }

  private static boolean begins(@Nullable String after, @Nullable String through) {
    return after == null || through == null || compare(after, through) < 0;
  }

  /** Surrogates stand for code points above all others, though their own numbers do not. */
  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
  }
}
