// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What an account has in a region: things as their service shows them. */
final class Region {
  private final Map<Shelf, Map<String, ObjectNode>> shelves = new EnumMap<>(Shelf.class);
  private final Map<String, Map<String, String>> tags = new TreeMap<>();
  private final List<FakeMetric> metrics = new ArrayList<>();
  private final Map<String, List<ObjectNode>> large = new TreeMap<>();

  /** The things on a shelf, in the order they came. */
  List<ObjectNode> all(Shelf shelf) {
    return List.copyOf(shelf(shelf).values());
  }

  List<ObjectNode> all(Shelf shelf, Predicate<ObjectNode> fits) {
    return shelf(shelf).values().stream().filter(fits).toList();
  }

  /** The tables of a database of the catalog. */
  List<ObjectNode> tables(String database) {
    List<ObjectNode> many = large.get(database);
    return many == null
        ? all(Shelf.TABLE, it -> it.path("DatabaseName").asText().equals(database))
        : many;
  }

  /** A database whose tables are made when they are looked at. */
  void tables(String database, List<ObjectNode> tables) {
    large.put(database, tables);
  }

  /** Puts a thing in its place; another one of the same identity goes. */
  void put(Shelf shelf, ObjectNode thing) {
    shelf(shelf).put(shelf.identity(thing), thing);
  }

  void remove(Shelf shelf, ObjectNode thing) {
    shelf(shelf).remove(shelf.identity(thing));
  }

  Map<String, Map<String, String>> tags() {
    return tags;
  }

  List<FakeMetric> metrics() {
    return metrics;
  }

  void clear() {
    shelves.clear();
    tags.clear();
    metrics.clear();
    large.clear();
  }

  private Map<String, ObjectNode> shelf(Shelf shelf) {
    return shelves.computeIfAbsent(shelf, unused -> new LinkedHashMap<>());
  }
}
