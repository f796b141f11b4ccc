// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A system table.
 *
 * @param path schema and name, in small letters
 * @param columns types by name; fields of structs with dots
 */
record Shape(String path, Map<String, Type> columns) {
  static final List<Shape> ALL = read();

  /** What a column holds, with its type in the engine. */
  enum Type {
    V("VARCHAR", "STRING"),
    N("BIGINT", "LONG"),
    D("NUMERIC(38, 18)", "DECIMAL"),
    T("TIMESTAMP(6) WITH TIME ZONE", "TIMESTAMP"),
    M("VARCHAR", "MAP");

    final String engine;
    final String word;

    Type(String engine, String word) {
      this.engine = engine;
      this.word = word;
    }
  }

  static Shape of(String path) {
    return ALL.stream()
        .filter(shape -> shape.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no system table is called " + path));
  }

  /** Its name in the engine, whose own catalogue has a schema of the same name. */
  String view() {
    return path.replace("information_schema.", "unity.").toUpperCase(Locale.ROOT);
  }

  /** The table behind it, which knows of each row when it shows. */
  String table() {
    return "DATA." + path.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** A column's name in the engine, which has no structs. */
  static String column(String name) {
    return name.replace(".", "__").toUpperCase(Locale.ROOT);
  }

  /** Columns that lie in structs, longest first. */
  static List<String> nested() {
    return ALL.stream()
        .flatMap(shape -> shape.columns().keySet().stream())
        .filter(name -> name.contains("."))
        .distinct()
        .sorted((one, other) -> other.length() - one.length())
        .toList();
  }

  /** The columns as the catalogue shows them: a struct is one. */
  Set<String> shown() {
    return columns.keySet().stream()
        .map(name -> name.split("\\.")[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Shape> read() {
    try (InputStream in = Shape.class.getResourceAsStream("tables.txt")) {
      byte[] bytes = Objects.requireNonNull(in, "tables.txt").readAllBytes();
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
    String[] words = line.split(" ");
    Map<String, Type> columns = new LinkedHashMap<>();
    for (String word : Arrays.copyOfRange(words, 1, words.length)) {
      String[] parts = word.split(":");
      columns.put(parts[0], Type.valueOf(parts[1]));
    }
    return new Shape(words[0], columns);
  }
}
