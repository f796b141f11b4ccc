// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Keys of records: names percent-encoded to ASCII, joined by slashes, so that they have one order
 * everywhere and a part never looks like two.
 */
public final class Keys {
  /** Comes after every key that begins with the same path. */
  private static final String LAST = "~";

  private Keys() {}

  /** The names as a path that ends in a slash. */
  public static String path(String... names) {
    return Arrays.stream(names).map(name -> encoded(name) + "/").collect(Collectors.joining());
  }

  /** Behind every key that begins with the path. */
  public static String behind(String path) {
    return path + LAST;
  }

  /** Letters, digits, dot, - and _ stay; every other byte of the UTF-8 form becomes %XX. */
  public static String encoded(String name) {
    StringBuilder text = new StringBuilder(name.length());
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      append(octet, text);
    }
    return text.toString();
  }

  private static void append(byte octet, StringBuilder text) {
    char letter = (char) octet;
    if (octet > 0 && (Character.isLetterOrDigit(letter) || "-_.".indexOf(letter) >= 0)) {
      text.append(letter);
    } else {
      text.append('%').append(String.format("%02X", octet & 0xFF));
    }
  }
}
