// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the tenant holds. Safe for use by several threads. */
final class World {
  static final String TENANT = "11111111-2222-4333-8444-555555555555";
  static final String SUBSCRIPTION = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
  static final String GROUP = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/Data-Platform";

  private final Map<Kind, SortedMap<String, ObjectNode>> shelves = new EnumMap<>(Kind.class);
  private final SortedMap<String, List<Measured>> measured = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, StoredBlob>> blobs = new TreeMap<>();
  private final Runs runs = new Runs();
  private final Bill bill = new Bill();
  private int pageSize = 100;

  /** Kinds of things there are, each listed below the id of what it belongs to. */
  enum Kind {
    STORAGE_ACCOUNT,
    BLOB_SERVICE,
    LIFECYCLE,
    CONTAINER,
    FACTORY,
    WORKSPACE,
    ENDPOINT,
    DEPLOYMENT,
    MODEL,
    VERSION,
    ROLE_ASSIGNMENT,
    SECURE_SCORE,
    CATALOGUED
  }

  Runs runs() {
    return runs;
  }

  Bill bill() {
    return bill;
  }

  synchronized int pageSize() {
    return pageSize;
  }

  synchronized void pageSize(int size) {
    pageSize = size;
  }

  /** Puts something in its place; its id is what it is known by, whatever its case. */
  synchronized ObjectNode put(Kind kind, ObjectNode thing) {
    shelf(kind).put(key(thing.path("id").asText()), thing);
    return thing;
  }

  /** What lies directly or indirectly below an id. */
  synchronized List<ObjectNode> below(Kind kind, String id) {
    String prefix = key(id) + "/";
    return shelf(kind).tailMap(prefix).entrySet().stream()
        .takeWhile(it -> it.getKey().startsWith(prefix))
        .map(it -> it.getValue().deepCopy())
        .toList();
  }

  synchronized List<ObjectNode> all(Kind kind) {
    return shelf(kind).values().stream().map(ObjectNode::deepCopy).toList();
  }

  /** The thing itself, to be changed; nothing where there is none. */
  synchronized Optional<ObjectNode> find(Kind kind, String id) {
    return Optional.ofNullable(shelf(kind).get(key(id)));
  }

  synchronized void remove(Kind kind, String id) {
    shelf(kind).remove(key(id));
  }

  /** The blobs of a container, as account/container. */
  synchronized List<StoredBlob> blobs(String container) {
    return List.copyOf(blobs.getOrDefault(container, new TreeMap<>()).values());
  }

  synchronized void store(String container, StoredBlob blob) {
    blobs.computeIfAbsent(container, it -> new TreeMap<>()).put(blob.name(), blob);
  }

  /** What was measured of a resource. */
  synchronized List<Measured> measured(String resource) {
    return List.copyOf(measured.getOrDefault(key(resource), List.of()));
  }

  synchronized void measure(Measured metric) {
    measured.computeIfAbsent(key(metric.resource()), it -> new ArrayList<>()).add(metric);
  }

  synchronized void clear() {
    shelves.clear();
    measured.clear();
    blobs.clear();
    runs.clear();
    bill.clear();
  }

  private SortedMap<String, ObjectNode> shelf(Kind kind) {
    return shelves.computeIfAbsent(kind, it -> new TreeMap<>());
  }

  private static String key(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
