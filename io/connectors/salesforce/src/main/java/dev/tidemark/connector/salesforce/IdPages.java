// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All rows of a type, by identifier: no locator has to live until the next answer. */
final class IdPages {
  private IdPages() {}

  /**
   * Hands over every row.
   *
   * @param fields of which {@code Id} must be one
   * @param conditions all of which must hold
   */
  static void each(
      Session session,
      Session.Door door,
      List<String> fields,
      String object,
      Consumer<JsonNode> sink,
      String... conditions) {
    String last = "";
    boolean more = true;
    while (more) {
      String soql =
          Soql.select(fields, object) + rest(last, Session.MOST_ROWS, List.of(conditions));
      Rows rows = session.query(door, soql);
      rows.all().forEach(sink);
      more = rows.goOn(Session.MOST_ROWS) && !rows.all().isEmpty();
      last = more ? rows.all().get(rows.all().size() - 1).path("Id").asText() : last;
    }
  }

  /** What follows the type: conditions, those behind an identifier, in its order, so many. */
  static String rest(String after, int limit, List<String> conditions) {
    List<String> all = new ArrayList<>(conditions);
    if (!after.isEmpty()) {
      all.add("Id > " + Soql.text(after));
    }
    String where = all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
    return where + " ORDER BY Id LIMIT " + limit;
  }
}
