// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.tidemark.authoring.Part;
import dev.tidemark.http.Head;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Query jobs of Bulk API 2.0. What a type was once refused, or came in no order, is read by queries
 * for as long as the connector is open. For several threads.
 */
final class BulkJobs {
  /** Records of a set of results: one request for many pages. */
  static final int AT_ONCE = 10_000;

  private static final String JOBS = "jobs/query";
  private static final Set<String> UNDERWAY = Set.of("UploadComplete", "InProgress");
  private static final String COMPLETE = "JobComplete";

  private final int threshold;
  private final RetryPolicy<JsonNode> untilEnded;
  private final Set<String> unfit = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable BulkChunk> last = new AtomicReference<>();

  /**
   * Jobs.
   *
   * @param threshold records a type must have more of
   * @param patience how long a job may take
   */
  BulkJobs(int threshold, Duration patience) {
    this.threshold = threshold;
    this.untilEnded =
        RetryPolicy.<JsonNode>builder()
            .handleResultIf(job -> UNDERWAY.contains(job.path("state").asText()))
            .abortOn(RuntimeException.class)
            .withBackoff(Duration.ofMillis(200), Duration.ofSeconds(10))
            .withJitter(0.1)
            .withMaxRetries(-1)
            .withMaxDuration(patience)
            .build();
  }

  /** Whether a type has so many records that a job is worth its while. */
  boolean areWorth(String type, Session session) {
    if (unfit.contains(type)) {
      return false;
    }
    try {
      JsonNode counts = session.get("limits/recordCount", Map.of("sObjects", type));
      return counts.path("sObjects").path(0).path("count").asLong() > threshold;
    } catch (ConnectorException refusal) {
      return isNo(refusal);
    }
  }

  private static boolean isNo(ConnectorException refusal) {
    if (!Part.isRefusedBy(refusal)) {
      throw refusal;
    }
    return false;
  }

  /** Reads a type by queries from now on. */
  void leave(String type) {
    unfit.add(type);
  }

  /** Orders all records behind one, in the order of identifiers; the job's identifier. */
  String order(Columns columns, String after, Session session) {
    String behind = after.isEmpty() ? "" : " WHERE Id > " + Soql.text(after);
    return session.seeing(
        columns,
        seen ->
            session
                .post(JOBS, order(Soql.select(names(seen), columns.object()) + behind))
                .path("id")
                .asText());
  }

  private static String order(String soql) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("operation", "query")
        .put("query", soql + " ORDER BY Id")
        .put("contentType", "CSV")
        .put("columnDelimiter", "COMMA")
        .put("lineEnding", "LF")
        .toString();
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::soql).toList();
  }

  /** Whether a job has ended well; one that takes too long is aborted. */
  boolean endsWell(String job, Session session) {
    String state = awaited(job, session).path("state").asText();
    if (UNDERWAY.contains(state)) {
      session.abort(JOBS + "/" + job);
    }
    return state.equals(COMPLETE);
  }

  private JsonNode awaited(String job, Session session) {
    try {
      return Failsafe.with(untilEnded).get(() -> session.get(JOBS + "/" + job, Map.of()));
    } catch (FailsafeException stopped) {
      Thread.currentThread().interrupt();
      throw ConnectorException.of(
          Category.TRANSIENT, "interrupted while query job " + job + " ran: it goes on there");
    }
  }

  /** Whether the set of results of a place is at hand. */
  boolean know(BulkPlace place) {
    BulkChunk known = last.get();
    return known != null && known.isAt(place);
  }

  /** The set of results of a place: at hand, or read. */
  BulkChunk chunk(BulkPlace place, Columns columns, Session session) {
    BulkChunk known = last.get();
    if (known != null && known.isAt(place)) {
      return known;
    }
    Map<String, String> query = new TreeMap<>(Map.of("maxRecords", String.valueOf(AT_ONCE)));
    if (!place.locator().isEmpty()) {
      query.put("locator", place.locator());
    }
    BulkChunk read =
        session.stream(
            JOBS + "/" + place.job() + "/results",
            query,
            (head, body) -> read(place, columns.all(), head, body));
    last.set(read);
    return read;
  }

  private static BulkChunk read(BulkPlace place, List<Column> columns, Head head, InputStream body)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    String what = "a set of results of query job " + place.job();
    CsvRows.each(body, what, row -> rows.add(BulkChunk.values(columns, row)));
    long told = head.header("Sforce-NumberOfRecords").map(Long::parseLong).orElse(-1L);
    if (told != rows.size()) {
      throw ConnectorException.of(
          Category.TRANSIENT,
          what + " holds " + rows.size() + " records of " + told + ": it is read again");
    }
    String next = head.header("Sforce-Locator").filter(it -> !it.equals("null")).orElse("");
    return new BulkChunk(place.job(), place.locator(), columns, rows, next);
  }
}
