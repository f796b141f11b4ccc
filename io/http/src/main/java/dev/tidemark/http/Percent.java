// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Percent-encoding of the parts of an address. */
final class Percent {
  private static final Pattern STRAY = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private Percent() {}

  /** A text as a path segment or as part of a query. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%7E", "~");
  }

  /**
   * An address as a source wrote it, with what may not stand in one encoded.
   *
   * @throws ConnectorException of category DATA if it still is none; it may hold a secret, so it is
   *     not shown
   */
  static URI address(String text) {
    StringBuilder repaired = new StringBuilder(text.length());
    STRAY
        .matcher(text.strip())
        .replaceAll("%25")
        .codePoints()
        .forEach(point -> append(repaired, point));
    try {
      return new URI(repaired.toString());
    } catch (URISyntaxException none) {
      throw ConnectorException.of(
          Category.DATA, "an address that is none, and not shown as it may hold a secret");
    }
  }

  private static void append(StringBuilder repaired, int point) {
    boolean allowed = point > ' ' && point < 0x7f && "\"<>\\^`{|}".indexOf(point) < 0;
    String text = Character.toString(point);
    repaired.append(allowed ? text : encode(text));
  }
}
