// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.Place;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Fetched;
import java.util.List;

/**
 * One page of a snapshot of rows in the order of their identifiers.
 *
 * @param columns of which {@code Id} must be one
 * @param conditions all of which must hold
 */
record IdPass(Columns columns, List<String> conditions) {
  IdPass {
    conditions = List.copyOf(conditions);
  }

  /** All rows of a large type come out of a query job. */
  Fetched page(Session session, PageDraft draft) {
    return conditions.isEmpty()
        ? new BulkPass(columns).page(session, draft).orElseGet(() -> queried(session, draft))
        : queried(session, draft);
  }

  private Fetched queried(Session session, PageDraft draft) {
    Place place = Place.of(draft.request().position().position());
    draft.startAfter(place.after());
    int limit = Math.min(draft.room(), Session.MOST_ROWS);
    Rows rows =
        session.query(Session.Door.QUERY, columns, IdPages.rest(place.after(), limit, conditions));
    String last = place.after();
    for (JsonNode row : rows.all()) {
      String id = row.path("Id").asText();
      requireAscending(last, id);
      ObjectNode record = columns.record(row);
      draft.add(id, record.put("at", draft.request().upper().toString()));
      last = id;
      if (draft.isFull()) {
        return draft.goesOn(last, place.at(last).cursor());
      }
    }
    return rows.goOn(limit) && !rows.all().isEmpty()
        ? draft.goesOn(last, place.at(last).cursor())
        : draft.ends(draft.request().upper());
  }

  /** A page speaks for the keys between two: they must come in the order everybody keeps. */
  private void requireAscending(String last, String id) {
    if (id.compareTo(last) <= 0) {
      throw ConnectorException.of(
          Category.DATA,
          columns.object() + " came out of order, " + id + " after " + last + ": read again");
    }
  }
}
