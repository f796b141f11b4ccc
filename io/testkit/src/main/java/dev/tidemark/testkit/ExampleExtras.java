// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fields rows of a scripted stream hold beside their own, as JSON: for all rows, or for one.
 * Discovery announces those of all rows. Safe for use by several threads.
 */
public final class ExampleExtras {
  private final Map<String, String> ofAll = new ConcurrentHashMap<>();
  private final Map<String, String> types = new ConcurrentHashMap<>();
  private final Map<Long, String> ofOne = new ConcurrentHashMap<>();

  ExampleExtras() {}

  /**
   * Every row holds the field from now on.
   *
   * @param type its JSON type
   * @param json its value
   */
  public void put(String field, String type, String json) {
    types.put(field, type);
    ofAll.put(field, json);
  }

  /** No row holds the field any more. */
  public void remove(String field) {
    types.remove(field);
    ofAll.remove(field);
  }

  /** One row holds a field of its own. */
  public void putOne(long id, String field, String json) {
    ofOne.put(id, ",\"" + field + "\":" + json);
  }

  /** The fields of all rows by name, with their JSON types. */
  Map<String, String> types() {
    return new TreeMap<>(types);
  }

  /** What follows a row's own fields. */
  String of(long id) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(ofAll)
        .forEach((field, json) -> text.append(",\"").append(field).append("\":").append(json));
    return text + ofOne.getOrDefault(id, "");
  }
}
