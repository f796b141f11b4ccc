// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.http.Call;
import dev.tidemark.http.Page;
import dev.tidemark.http.Paging;
import dev.tidemark.http.Payload;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The runs of a factory that were updated within a time, as the vendor lists them. */
final class RunQuery {
  private static final Paging PAGING =
      Paging.tokenInBody("/continuationToken", "continuationToken");

  private RunQuery() {}

  /**
   * All of them, in no order; empty where there are more than so many.
   *
   * @param from inclusive
   * @param to inclusive
   */
  static Optional<List<JsonNode>> all(
      Session session, Resource factory, Instant from, Instant to, int most) {
    List<JsonNode> runs = new ArrayList<>();
    String place = "";
    do {
      Page page = page(session, factory, from, to, place);
      page.items().forEach(it -> runs.add(Session.json(it)));
      if (runs.size() > most) {
        return Optional.empty();
      }
      place = page.next();
    } while (!place.isEmpty());
    return Optional.of(runs);
  }

  static Page page(Session session, Resource factory, Instant from, Instant to, String place) {
    // The vendor's times have seven digits after the second; whole milliseconds suit everybody.
    Instant after = from.truncatedTo(ChronoUnit.MILLIS);
    Instant before = to.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
    String range =
        "{\"lastUpdatedAfter\":\"%s\",\"lastUpdatedBefore\":\"%s\"}".formatted(after, before);
    Call call =
        Call.post(factory.id() + "/queryPipelineRuns", Payload.json(range))
            .query("api-version", Api.DATA_FACTORY.version());
    return session.manager().page(call, PAGING, place, "/value");
  }
}
