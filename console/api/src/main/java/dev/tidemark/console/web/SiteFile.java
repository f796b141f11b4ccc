// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.web;

import dev.tidemark.model.Bytes;
import java.util.Map;
import java.util.Optional;

/**
 * A file of the web page.
 *
 * @param name within the page's folder, without what its compression adds
 * @param encoding how it is compressed; empty where it is not
 */
record SiteFile(String name, Optional<String> encoding, Bytes bytes, String tag) {
  /** Their names hold a hash of what is in them. */
  private static final String HASHED = "assets/";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  static SiteFile of(String name, Optional<String> encoding, byte[] bytes) {
    return new SiteFile(name, encoding, Bytes.wrap(bytes), Answer.tag(bytes));
  }

  String contentType() {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }

  String caching() {
    return name.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache";
  }
}
