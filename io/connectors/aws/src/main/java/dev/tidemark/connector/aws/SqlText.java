// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Statements, kept as resources, and what they are told. */
final class SqlText {
  private SqlText() {}

  static String of(String name) {
    try (InputStream resource = SqlText.class.getResourceAsStream(name + ".sql")) {
      byte[] text = Objects.requireNonNull(resource, name).readAllBytes();
      return new String(text, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("--"))
          .collect(Collectors.joining("\n"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What any statement may ask for by name. */
  static Map<String, String> parameters(Warehouse warehouse, Session session) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("database", warehouse.database());
    parameters.put("account", session.account().number());
    parameters.put("upper", time(session.now()));
    return parameters;
  }

  /** A time as the database reads it, in UTC. */
  static String time(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC).toString().replace('T', ' ');
  }
}
