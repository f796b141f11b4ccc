// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

/**
 * How large a page may get.
 *
 * @param records changes at most
 * @param bytes bytes of payload, roughly
 */
record PageLimits(int records, long bytes) {
  static final PageLimits STANDARD = new PageLimits(1_000, 1 << 20);

  PageLimits {
    if (records < 1 || bytes < 1) {
      throw new IllegalArgumentException("a page holds at least one record and one byte");
    }
  }
}
