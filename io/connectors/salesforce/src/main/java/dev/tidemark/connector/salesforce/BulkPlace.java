// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tidemark.authoring.Cursors;
import dev.tidemark.model.stream.Cursor;

/**
 * Where a pass over the results of a query job has come to.
 *
 * @param after identifier of the last record; empty at the beginning
 * @param job the job's identifier; empty where the pass reads by queries, or has not begun
 * @param locator of the set of results the next record is in; empty for the first
 */
record BulkPlace(String after, String job, String locator) {
  static BulkPlace of(Cursor cursor) {
    JsonNode node = Cursors.read(cursor);
    return new BulkPlace(
        node.path("after").asText(""),
        node.path("job").asText(""),
        node.path("locator").asText(""));
  }

  Cursor cursor() {
    return new Cursor(
        JsonNodeFactory.instance
            .objectNode()
            .put("after", after)
            .put("job", job)
            .put("locator", locator)
            .toString());
  }

  boolean isBeginning() {
    return after.isEmpty() && job.isEmpty();
  }

  /** In another job, behind the same record. */
  BulkPlace in(String other) {
    return new BulkPlace(after, other, "");
  }

  /** In another set of results, or behind another record. */
  BulkPlace at(String next, String record) {
    return new BulkPlace(record, job, next);
  }
}
