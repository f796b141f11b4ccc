// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce.soql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query.
 *
 * @param fields what is asked for, in order; {@code count()} alone, too
 * @param where null where all records are asked for
 * @param most null where there is no limit
 */
public record Soql(
    List<String> fields,
    String object,
    @Nullable Condition where,
    List<Order> orders,
    @Nullable Integer most,
    int offset) {
  public Soql {
    fields = List.copyOf(fields);
    orders = List.copyOf(orders);
  }

  /**
   * By what to sort.
   *
   * @param descending whether the greatest comes first
   */
  public record Order(String field, boolean descending) {
    Comparator<JsonNode> comparator() {
      Comparator<JsonNode> ascending = (one, other) -> Fields.compare(one, other, field);
      return descending ? ascending.reversed() : ascending;
    }
  }

  /** Reads a query. */
  public static Soql parse(String text) {
    return new SoqlParser(Token.all(text)).query();
  }

  public Optional<Condition> condition() {
    return Optional.ofNullable(where);
  }

  /** Whether only the number of records is asked for. */
  public boolean counts() {
    return fields.size() == 1 && fields.get(0).equalsIgnoreCase("count()");
  }

  /** Whether it leaves the first records out. */
  public boolean passesOver() {
    return offset > 0;
  }

  /** Every field the query names. */
  public Stream<String> named() {
    return Stream.of(
            counts() ? Stream.<String>of() : fields.stream(),
            condition().map(Condition::fields).orElseGet(Stream::of),
            orders.stream().map(Order::field))
        .flatMap(part -> part);
  }

  /** Whether it asks for exactly this order, the least first. */
  private boolean isSortedBy(List<String> natural) {
    return orders.stream().noneMatch(Order::descending)
        && orders.stream().map(Order::field).toList().equals(natural);
  }

  /**
   * The records it asks for.
   *
   * @param rows all there are; read only as far as needed where they come in the order asked for
   * @param natural the fields they come sorted by, the least first
   */
  public Stream<JsonNode> of(Stream<? extends JsonNode> rows, List<String> natural) {
    Stream<JsonNode> found =
        rows.map(row -> (JsonNode) row).filter(row -> where == null || where.holds(row));
    if (!orders.isEmpty() && !isSortedBy(natural)) {
      Comparator<JsonNode> order =
          orders.stream().map(Order::comparator).reduce(Comparator::thenComparing).orElseThrow();
      found = found.sorted(order);
    }
    found = found.skip(offset);
    return most == null ? found : found.limit(most);
  }
}
