// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of the parts of an address. */
final class Percent {
  private Percent() {}

  /** A text as a path segment or as part of a query. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%7E", "~");
  }

  /** An address as a source wrote it, with what may not stand in one encoded. */
  static String repair(String address) {
    StringBuilder repaired = new StringBuilder(address.length());
    address.codePoints().forEach(point -> append(repaired, point));
    return repaired.toString();
  }

  private static void append(StringBuilder repaired, int point) {
    boolean allowed = point > ' ' && point < 0x7f && "\"<>\\^`{|}".indexOf(point) < 0;
    String text = Character.toString(point);
    repaired.append(allowed ? text : encode(text));
  }
}
