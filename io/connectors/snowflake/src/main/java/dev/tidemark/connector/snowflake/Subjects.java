// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Urns;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.spi.NormaliseContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of what records are about. */
final class Subjects {
  private Subjects() {}

  /** A table or view from the parts of its name. */
  static Subject table(
      NormaliseContext context, String kind, String database, String schema, String name) {
    return new Subject(kind, urn(context, List.of(database, schema, name)));
  }

  /** A table or view from its full name as statements write it, quoted where it must be. */
  static Subject table(NormaliseContext context, String domain, String path) {
    return new Subject(kind(domain), urn(context, parts(path)));
  }

  /** The kind of a table in small letters, such as {@code materialized_view}. */
  static String kind(String type) {
    String kind = type.toLowerCase(Locale.ROOT).strip().replaceAll("[^a-z]+", "_");
    return kind.equals("base_table") ? "table" : kind;
  }

  /** A user, the same in every stream. */
  static String user(NormaliseContext context, String hash) {
    return context.pseudonym(context.stratum() + "#user=" + hash);
  }

  /** A privileged role in a user's hands. */
  static String grant(NormaliseContext context, String hash, String role) {
    return context.pseudonym(context.stratum() + "#user=" + hash + "&role=" + role);
  }

  static String day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }

  private static String urn(NormaliseContext context, List<String> parts) {
    return context.stratum()
        + "/"
        + parts.stream().map(Urns::encoded).collect(Collectors.joining("."));
  }

  /** Dots within quotes belong to a name; a quote within them is doubled. */
  private static List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int index = 0; index < path.length(); index++) {
      char next = path.charAt(index);
      if (next == '"') {
        boolean doubled = quoted && path.startsWith("\"\"", index);
        part.append(doubled ? "\"" : "");
        index += doubled ? 1 : 0;
        quoted ^= !doubled;
      } else if (next == '.' && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(next);
      }
    }
    parts.add(part.toString());
    return parts;
  }
}
