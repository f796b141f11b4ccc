// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import java.math.BigInteger;
import java.util.UUID;

/** Identifiers as the service makes them: a prefix of three, twelve more, three to check. */
final class Ids {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String CHECKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
  private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());

  private Ids() {}

  /** The one of a number: greater numbers sort later. */
  static String of(String prefix, long number) {
    return whole(prefix, BigInteger.valueOf(number));
  }

  /** The one of something that has a UUID. */
  static String of(String prefix, UUID uuid) {
    return whole(
        prefix,
        new BigInteger(
            Long.toUnsignedString(uuid.getMostSignificantBits() ^ uuid.getLeastSignificantBits())));
  }

  private static String whole(String prefix, BigInteger number) {
    StringBuilder text = new StringBuilder();
    BigInteger rest = number;
    for (int i = 0; i < 12; i++) {
      BigInteger[] parts = rest.divideAndRemainder(BASE);
      text.append(DIGITS.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    String plain = prefix + text.reverse();
    return plain
        + check(plain.substring(0, 5))
        + check(plain.substring(5, 10))
        + check(plain.substring(10));
  }

  /** One bit for each capital among five, the first the least. */
  private static char check(String five) {
    int bits = 0;
    for (int i = 0; i < 5; i++) {
      bits |= Character.isUpperCase(five.charAt(i)) ? 1 << i : 0;
    }
    return CHECKS.charAt(bits);
  }
}
