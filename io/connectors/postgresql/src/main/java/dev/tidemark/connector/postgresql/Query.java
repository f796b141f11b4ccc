// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * SQL kept in a resource, fitted to a server's major version. A line that ends in {@code -- 16+} is
 * there from PostgreSQL 16 on, one that ends in {@code -- 15-} up to 15. {@code #encoded(x)} stands
 * for the name x percent-encoded, as keys hold it.
 */
final class Query {
  private static final Pattern SINCE = Pattern.compile("(.*?)\\s*-- (\\d\\d)\\+$");
  private static final Pattern UNTIL = Pattern.compile("(.*?)\\s*-- (\\d\\d)-$");
  private static final Pattern ENCODED = Pattern.compile("#encoded\\(([\\w.]+)\\)");

  /** Letters, digits, - and _ stay; every other byte of the UTF-8 form becomes %XX. */
  private static final String ENCODING =
      """
      (case when $1::text collate "C" ~ '^[A-Za-z0-9_-]+\\$' then $1::text else
        (select string_agg(
            case when octet.code between 48 and 57 or octet.code between 65 and 90
                or octet.code between 97 and 122 or octet.code in (45, 95)
              then chr(octet.code)
              else '%' || upper(lpad(to_hex(octet.code), 2, '0')) end, '' order by octet.place)
          from (select place.number as place,
              get_byte(convert_to($1::text, 'UTF8'), place.number) as code
            from generate_series(0, octet_length(convert_to($1::text, 'UTF8')) - 1)
              as place(number)) as octet) end)\
      """;

  private Query() {}

  /** The statement of that name for a server. */
  static String of(String name, int major) {
    String fitted =
        text(name)
            .lines()
            .filter(line -> bound(SINCE, line, 0) <= major && bound(UNTIL, line, 99) >= major)
            .map(Query::withoutMark)
            .collect(Collectors.joining("\n"));
    return ENCODED.matcher(fitted).replaceAll(ENCODING);
  }

  private static int bound(Pattern pattern, String line, int otherwise) {
    Matcher mark = pattern.matcher(line);
    return mark.matches() ? Integer.parseInt(mark.group(2)) : otherwise;
  }

  private static String withoutMark(String line) {
    return UNTIL.matcher(SINCE.matcher(line).replaceAll("$1")).replaceAll("$1");
  }

  private static String text(String name) {
    try (InputStream resource = Query.class.getResourceAsStream(name + ".sql")) {
      return new String(
          Objects.requireNonNull(resource, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
