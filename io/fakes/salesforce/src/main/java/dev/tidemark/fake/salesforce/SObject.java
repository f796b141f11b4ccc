// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A type of object as the service knows it.
 *
 * @param fields every field a query may name, also across relationships
 * @param order the fields its rows come sorted by
 * @param needs permissions of which the asking user must have one; empty where anybody may ask
 * @param reified whether it is metadata shown as rows, of which only equality can be asked
 */
record SObject(
    String name,
    List<String> fields,
    List<String> order,
    Set<String> needs,
    boolean reified,
    Rows rows) {
  /** Where rows come from. */
  interface Rows {
    /**
     * The rows, in order.
     *
     * @param from of rows sorted by a time, none before this one need be there
     */
    Stream<ObjectNode> from(Instant from);
  }

  SObject {
    fields = List.copyOf(fields);
    order = List.copyOf(order);
    needs = Set.copyOf(needs);
  }

  static SObject of(String name, String fields, String order, Rows rows) {
    return new SObject(name, split(fields), split(order), Set.of(), false, rows);
  }

  SObject needing(String... permissions) {
    return new SObject(name, fields, order, Set.of(permissions), reified, rows);
  }

  /** Metadata shown as rows. */
  SObject asMetadata() {
    return new SObject(name, fields, order, needs, true, rows);
  }

  boolean hasField(String field) {
    return fields.stream().anyMatch(field::equalsIgnoreCase);
  }

  /** Whether its rows are sorted by a time first. */
  boolean isTimeline() {
    String first = order.get(0).toLowerCase(Locale.ROOT);
    return first.endsWith("time") || first.endsWith("date") || first.endsWith("stamp");
  }

  private static List<String> split(String words) {
    return List.of(words.strip().split("[,\\s]+"));
  }
}
