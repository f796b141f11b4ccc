// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.fake.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the workspace's listings tell. Safe for use by several threads. */
final class World {
  static final String WAREHOUSE = "a1b2c3d4e5f60718";
  static final String WORKSPACE = "1234567890123456";
  static final String METASTORE = "11a2b3c4-0000-4000-8000-000000000001";

  private final SortedMap<String, ObjectNode> users = new TreeMap<>();
  private final SortedMap<String, ObjectNode> services = new TreeMap<>();
  private final SortedMap<String, ObjectNode> endpoints = new TreeMap<>();
  private final SortedMap<String, ObjectNode> models = new TreeMap<>();
  private final SortedMap<String, List<ObjectNode>> versions = new TreeMap<>();
  private final SortedMap<String, TreeSet<String>> schemas = new TreeMap<>();
  private final SortedMap<Long, String> jobs = new TreeMap<>();
  private String warehouseState = "RUNNING";

  /** Listings that tell of people, endpoints and models. */
  enum Kind {
    USERS,
    SERVICES,
    ENDPOINTS,
    MODELS
  }

  synchronized List<ObjectNode> all(Kind kind) {
    return new ArrayList<>(shelf(kind).values());
  }

  synchronized void put(Kind kind, String key, ObjectNode thing) {
    shelf(kind).put(key, thing);
  }

  synchronized void remove(Kind kind, String key) {
    shelf(kind).remove(key);
    versions.remove(key);
  }

  /** The last of a listing. */
  synchronized String last(Kind kind) {
    return shelf(kind).lastKey();
  }

  synchronized ObjectNode find(Kind kind, String key) {
    ObjectNode found = shelf(kind).get(key);
    return found == null ? Answer.JSON.createObjectNode() : found;
  }

  synchronized void version(String model, ObjectNode version) {
    versions.computeIfAbsent(model, it -> new ArrayList<>()).add(version);
  }

  synchronized List<ObjectNode> versions(String model) {
    return List.copyOf(versions.getOrDefault(model, List.of()));
  }

  synchronized void schema(String catalog, String schema) {
    schemas.computeIfAbsent(catalog, it -> new TreeSet<>()).add(schema);
  }

  synchronized List<String> catalogs() {
    return List.copyOf(schemas.keySet());
  }

  synchronized List<String> schemas(String catalog) {
    return List.copyOf(schemas.getOrDefault(catalog, new TreeSet<>()));
  }

  synchronized void job(long id, String name) {
    jobs.put(id, name);
  }

  synchronized SortedMap<Long, String> jobs() {
    return new TreeMap<>(jobs);
  }

  synchronized String warehouseState() {
    return warehouseState;
  }

  /** Somebody has run a statement. */
  synchronized void start() {
    warehouseState = "RUNNING";
  }

  /** It has stopped by itself. */
  synchronized void stop() {
    warehouseState = "STOPPED";
  }

  synchronized void clear() {
    users.clear();
    services.clear();
    endpoints.clear();
    models.clear();
    versions.clear();
    schemas.clear();
    jobs.clear();
  }

  private SortedMap<String, ObjectNode> shelf(Kind kind) {
    return switch (kind) {
      case USERS -> users;
      case SERVICES -> services;
      case ENDPOINTS -> endpoints;
      case MODELS -> models;
    };
  }
}
