// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links to other pages. */
final class Links {
  private static final Pattern LINK =
      Pattern.compile(
          "<([^>]*)>((?:\\s*;\\s*[^\\s=;,]+(?:\\s*=\\s*(?:\"[^\"]*\"|[^\\s\";,]*))?)*)");

  private static final Pattern RELATION =
      Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s\";,]*))", Pattern.CASE_INSENSITIVE);

  private Links() {}

  /** The target of the link with the relation next in a header, RFC 8288, section 3. */
  static Optional<String> next(String header) {
    return LINK.matcher(header)
        .results()
        .filter(link -> isNext(link.group(2)))
        .map(link -> link.group(1))
        .findFirst();
  }

  /**
   * A link as a place: path and query where it stays on the host, otherwise as it is, to be
   * refused.
   */
  static String place(JsonAnswer page, String link) {
    URI from = page.head().from();
    URI target = from.resolve(Percent.address(link));
    String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    return Origin.of(target).equals(Origin.of(from)) ? path(target) + query : target.toString();
  }

  private static String path(URI target) {
    return target.getRawPath().isEmpty() ? "/" : target.getRawPath();
  }

  private static boolean isNext(String parameters) {
    Matcher relation = RELATION.matcher(parameters);
    if (!relation.find()) {
      return false;
    }
    String value = relation.group(1) == null ? relation.group(2) : relation.group(1);
    return Arrays.asList(value.toLowerCase(Locale.ROOT).split("\\s+")).contains("next");
  }
}
