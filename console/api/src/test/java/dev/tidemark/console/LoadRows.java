// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/** A large installation, as the statements of {@code load.sql}. */
final class LoadRows {
  static final List<String> ALL = statements();

  private static final Pattern NAMED = Pattern.compile(":(large|scored)");

  private LoadRows() {}

  /** The statement as the driver takes it. */
  static String statement(String sql) {
    return NAMED.matcher(sql).replaceAll("?");
  }

  /** The organisations it names, in their order. */
  static Object[] parameters(String sql, UUID large, UUID scored) {
    return NAMED
        .matcher(sql)
        .results()
        .map(found -> found.group(1).equals("large") ? large : scored)
        .toArray();
  }

  private static List<String> statements() {
    try (InputStream stream =
        Objects.requireNonNull(LoadRows.class.getResourceAsStream("load.sql"))) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.replaceAll("(?m)^--.*", "").split(";\\s*"))
          .map(String::strip)
          .filter(statement -> !statement.isEmpty())
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException("load.sql cannot be read", broken);
    }
  }
}
