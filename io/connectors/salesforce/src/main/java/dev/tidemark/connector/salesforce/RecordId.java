// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

/** Identifiers of 15 characters, of which case matters, and of 18, in which it does not. */
final class RecordId {
  private static final int SHORT = 15;
  private static final int PART = 5;
  private static final String CHECKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

  private RecordId() {}

  /** The one of 18 characters: log files hold the others. What is no identifier stays as it is. */
  static String whole(String id) {
    if (id.length() != SHORT) {
      return id;
    }
    StringBuilder whole = new StringBuilder(id);
    for (int from = 0; from < SHORT; from += PART) {
      whole.append(check(id.substring(from, from + PART)));
    }
    return whole.toString();
  }

  /** One bit for each capital, the first the least. */
  private static char check(String part) {
    int bits = 0;
    for (int i = 0; i < PART; i++) {
      char letter = part.charAt(i);
      bits |= letter >= 'A' && letter <= 'Z' ? 1 << i : 0;
    }
    return CHECKS.charAt(bits);
  }
}
