// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.salesforce.soql.Soql;
import dev.tidemark.fake.salesforce.soql.SoqlException;
import dev.tidemark.fake.salesforce.soql.SoqlTime;
import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.Request;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Query jobs of Bulk API 2.0: made, in progress when they are first asked about, complete when they
 * are asked about again. Safe for use by several threads.
 */
final class BulkJobs {
  /** As many records as a set of results holds where nobody asks for fewer. */
  private static final int MOST = 100_000;

  private static final int PLACES = 15;

  private final Queries queries;
  private final Locators locators;
  private final InstantSource clock;
  private final Map<String, Job> jobs = new HashMap<>();
  private int made;
  private End end = End.COMPLETE;

  /** How jobs end. */
  enum End {
    COMPLETE,
    /** With records in no order, as where the service divides a query. */
    SHUFFLED,
    FAILED,
    /** Never. */
    NEVER
  }

  /** A job and what it found. */
  private static final class Job {
    private final ObjectNode info;
    private final List<String> fields;
    private final List<ObjectNode> records;

    Job(ObjectNode info, List<String> fields, List<ObjectNode> records) {
      this.info = info;
      this.fields = fields;
      this.records = records;
    }

    boolean isComplete() {
      return state().equals("JobComplete");
    }

    String state() {
      return info.path("state").asText();
    }
  }

  BulkJobs(Queries queries, Locators locators, InstantSource clock) {
    this.queries = queries;
    this.locators = locators;
    this.clock = clock;
  }

  synchronized Answer create(Request request) {
    JsonNode order = request.json().orElseGet(Json::object);
    boolean all = order.path("operation").asText().equals("queryAll");
    if (!all && !order.path("operation").asText().equals("query")) {
      return Json.error(400, "INVALIDJOB", "operation must be query or queryAll");
    }
    Soql query = Soql.parse(order.path("query").asText());
    if (query.counts() || query.passesOver()) {
      throw new SoqlException("API_ERROR", "Aggregates and OFFSET are not supported in Bulk Query");
    }
    Queries.Scope scope = all ? Queries.Scope.DELETED_TOO : Queries.Scope.THERE;
    List<ObjectNode> records = new ArrayList<>(queries.run(query, scope));
    if (end == End.SHUFFLED) {
      Collections.reverse(records);
    }
    made++;
    ObjectNode info = info(Ids.of("750", made), order, query.object());
    jobs.put(info.path("id").asText(), new Job(info, query.fields(), records));
    return Answer.json(info);
  }

  private ObjectNode info(String id, JsonNode order, String object) {
    String now = SoqlTime.text(clock.instant());
    return Json.object()
        .put("id", id)
        .put("operation", order.path("operation").asText())
        .put("object", object)
        .put("createdById", World.USER)
        .put("createdDate", now)
        .put("systemModstamp", now)
        .put("state", "UploadComplete")
        .put("concurrencyMode", "Parallel")
        .put("contentType", "CSV")
        .put("apiVersion", 66.0)
        .put("lineEnding", "LF")
        .put("columnDelimiter", "COMMA");
  }

  synchronized Answer status(Request request) {
    Job job = jobs.get(request.part("job"));
    if (job == null) {
      return missing();
    }
    advance(job);
    return Answer.json(job.info.deepCopy().put("jobType", "V2Query"));
  }

  private void advance(Job job) {
    if (job.state().equals("UploadComplete")) {
      job.info.put("state", "InProgress");
    } else if (job.state().equals("InProgress") && end != End.NEVER) {
      job.info.put("state", end == End.FAILED ? "Failed" : "JobComplete");
      job.info.put("numberRecordsProcessed", end == End.FAILED ? 0 : job.records.size());
      job.info.put("isPkChunkingSupported", true);
      if (end == End.FAILED) {
        job.info.put("errorMessage", "Query execution failed: QUERY_TIMEOUT");
      }
    }
  }

  /** Aborts a job. */
  synchronized Answer patch(Request request) {
    Job job = jobs.get(request.part("job"));
    if (job == null) {
      return missing();
    }
    job.info.put("state", "Aborted");
    return Answer.json(job.info);
  }

  synchronized Answer delete(Request request) {
    return jobs.remove(request.part("job")) == null ? missing() : Answer.empty(204);
  }

  /** A set of results; what is not complete has none. */
  synchronized Answer results(Request request) {
    Job job = jobs.get(request.part("job"));
    if (job == null) {
      return missing();
    }
    if (!job.isComplete()) {
      return Answer.empty(204);
    }
    int from = request.query("locator").map(BulkJobs::place).orElse(0);
    int asked = request.query("maxRecords").map(Integer::parseInt).orElse(MOST);
    int most = Math.min(asked, locators.batch());
    int until = Math.min(job.records.size(), from + most);
    String next = until < job.records.size() ? locator(until) : "null";
    return Answer.of(200, "text/csv", BulkCsv.of(job.fields, job.records.subList(from, until)))
        .with("Sforce-NumberOfRecords", String.valueOf(until - from))
        .with("Sforce-Locator", next);
  }

  private static String locator(int place) {
    String text = String.valueOf(place);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static int place(String locator) {
    byte[] text = Base64.getUrlDecoder().decode(locator);
    return text.length > PLACES ? 0 : Integer.parseInt(new String(text, StandardCharsets.UTF_8));
  }

  private static Answer missing() {
    return Json.error(404, "NOT_FOUND", "The requested resource does not exist");
  }

  /** Jobs end so from now on. */
  synchronized void end(End how) {
    end = how;
  }

  /** As after seven days: no job is known any more. */
  synchronized void forget() {
    jobs.clear();
  }

  /** How many jobs were made. */
  synchronized int made() {
    return made;
  }
}
