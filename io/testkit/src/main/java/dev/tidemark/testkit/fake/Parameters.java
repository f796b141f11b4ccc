// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and values as addresses and forms write them. */
final class Parameters {
  private Parameters() {}

  /** Names with their values, in order. */
  static Map<String, List<String>> parse(String text) {
    Map<String, List<String>> parsed = new LinkedHashMap<>();
    for (String pair : text.isBlank() ? new String[0] : text.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      parsed.computeIfAbsent(decoded(name), any -> new ArrayList<>()).add(decoded(value));
    }
    return parsed;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
