// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A view of an account.
 *
 * @param role the database or application role that may see it
 * @param columns types by name
 */
record Shape(String role, String schema, String name, Map<String, Type> columns) {
  static final List<Shape> ALL = read();

  /** What a column holds, with its type in the engine and in the drivers' protocol. */
  enum Type {
    V("VARCHAR", "text"),
    N("NUMERIC(38, 0)", "fixed"),
    D("NUMERIC(38, 9)", "fixed"),
    B("BOOLEAN", "boolean"),
    T("TIMESTAMP(9) WITH TIME ZONE", "timestamp_ltz"),
    A("VARCHAR", "array");

    final String engine;
    final String wire;

    Type(String engine, String wire) {
      this.engine = engine;
      this.wire = wire;
    }
  }

  static Shape of(String name) {
    return ALL.stream()
        .filter(shape -> shape.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no view is called " + name));
  }

  /** Its name as statements write it. */
  String path() {
    return schema + "." + name;
  }

  /** The table behind it, which knows of each row when it shows. */
  String table() {
    return "DATA." + name;
  }

  private static List<Shape> read() {
    try (InputStream in = Shape.class.getResourceAsStream("views.txt")) {
      byte[] bytes = Objects.requireNonNull(in, "views.txt").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Shape::parse)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Shape parse(String line) {
    List<String> words = new ArrayList<>(Arrays.asList(line.split(" ")));
    String role = words.remove(0);
    String[] path = words.remove(0).split("\\.");
    Map<String, Type> columns = new LinkedHashMap<>();
    for (String word : words) {
      String[] parts = word.split(":");
      columns.put(parts[0], Type.valueOf(parts[1]));
    }
    return new Shape(role, path[0], path[1], columns);
  }
}
