// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.salesforce.soql.SoqlTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was done to the rows of one type of object. Safe for use by several threads. */
final class Shelf {
  private final List<String> order;
  private final Comparator<ObjectNode> comparator;
  private final NavigableSet<ObjectNode> added;
  private final Map<String, Consumer<ObjectNode>> changes = new HashMap<>();
  private final Set<String> deleted = new HashSet<>();
  private boolean emptied;
  private @Nullable Filling filling;

  /** Many rows, a millisecond apart, which are made when they are asked for. */
  private record Filling(Instant first, long count, LongFunction<ObjectNode> row) {
    Stream<ObjectNode> from(Instant from) {
      boolean late = from.isAfter(first);
      long skipped = late ? Math.min(count, first.until(from, ChronoUnit.MILLIS)) : 0;
      return LongStream.range(skipped, count).mapToObj(row);
    }
  }

  Shelf(List<String> order) {
    this.order = order;
    this.comparator = comparator(order);
    this.added = new TreeSet<>(comparator);
  }

  private static Comparator<ObjectNode> comparator(List<String> order) {
    return order.stream()
        .map(field -> Comparator.<ObjectNode, String>comparing(row -> row.path(field).asText()))
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }

  synchronized void add(ObjectNode row) {
    added.add(row);
  }

  /** Changes a row that was added, whatever else may be done to it. */
  synchronized void spoil(String id, Consumer<ObjectNode> how) {
    added.stream().filter(row -> row.path("Id").asText().equals(id)).forEach(how);
  }

  /** A row that was added. */
  synchronized Optional<ObjectNode> added(String id) {
    return added.stream().filter(row -> row.path("Id").asText().equals(id)).findFirst();
  }

  /** Takes a row away that was added. */
  synchronized void take(String id) {
    added.removeIf(row -> row.path("Id").asText().equals(id));
  }

  /** The row of that identifier looks different from now on. */
  synchronized void change(String id, Consumer<ObjectNode> how) {
    changes.merge(id, how, Consumer::andThen);
  }

  synchronized void delete(String id) {
    deleted.add(id);
  }

  /** Nothing is there any more. */
  synchronized void empty() {
    emptied = true;
    added.clear();
    filling = null;
  }

  synchronized void fill(Instant first, long count, LongFunction<ObjectNode> row) {
    filling = new Filling(first, count, row);
  }

  /** All rows of a log, in order; none of them ever changes or goes. */
  Stream<ObjectNode> timeline(SObject.Rows base, Instant from) {
    Stream<ObjectNode> rows;
    Filling many;
    synchronized (this) {
      Stream<ObjectNode> old = emptied ? Stream.of() : base.from(from);
      List<ObjectNode> own = List.copyOf(added);
      rows = own.isEmpty() ? old : Stream.concat(old, own.stream()).sorted(comparator);
      many = filling;
    }
    String first = from.isAfter(Instant.EPOCH) ? SoqlTime.text(from) : "";
    Stream<ObjectNode> late =
        rows.filter(row -> row.path(order.get(0)).asText().compareTo(first) >= 0);
    return many == null ? late : Merge.of(late, many.from(from), comparator);
  }

  /** All rows there are, in order. */
  synchronized Stream<ObjectNode> rows(SObject.Rows base) {
    Stream<ObjectNode> old = emptied ? Stream.of() : base.from(Instant.MIN);
    return Stream.concat(old, added.stream().map(ObjectNode::deepCopy))
        .map(this::changed)
        .filter(row -> row.has("IsDeleted") || !isDeleted(row))
        .toList()
        .stream()
        .sorted(comparator);
  }

  private ObjectNode changed(ObjectNode row) {
    Consumer<ObjectNode> how = changes.get(row.path("Id").asText());
    if (how != null) {
      how.accept(row);
    }
    if (isDeleted(row) && row.has("IsDeleted")) {
      row.put("IsDeleted", true);
    }
    return row;
  }

  private boolean isDeleted(ObjectNode row) {
    return deleted.contains(row.path("Id").asText());
  }
}
