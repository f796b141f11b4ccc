// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The Data API of Redshift: statements are ordered, asked for until they have ended, and their
 * results fetched in pages. Both are forgotten after a day.
 */
final class RedshiftDataService extends JsonService {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final int MOST_ACTIVE = 500;
  private static final int MOST_KEPT = 1_000;
  private static final int ROWS_OF_A_PAGE = 100;

  private final Map<String, Ordered> ordered = new LinkedHashMap<>();
  private final CountDownLatch cancellation = new CountDownLatch(1);
  private @Nullable Runnable stalled;

  /** How often one is asked for until it has ended. */
  private int lasts = 2;

  RedshiftDataService(World world) {
    super(world, "redshift-data", 100, 100);
  }

  /** A statement and what came of it. */
  private static final class Ordered {
    private final int lasts;
    private final String id = UUID.randomUUID().toString();
    private final Instant at = Instant.now();
    private final String sql;
    private final StatementOutcome outcome;
    private int questions;
    private boolean cancelled;

    Ordered(String sql, StatementOutcome outcome, int lasts) {
      this.lasts = lasts;
      this.sql = sql;
      this.outcome = outcome;
    }

    boolean isUnderWay() {
      return !cancelled && questions < lasts;
    }
  }

  /** Statements have ended when they are first asked for. */
  void hurry() {
    lasts = 1;
  }

  /** Statements never end from now on; whenever one is asked for, this is done. */
  void stall(Runnable meanwhile) {
    stalled = meanwhile;
  }

  /** Open once a statement was cancelled. */
  CountDownLatch cancellation() {
    return cancellation;
  }

  @Override
  JsonNode answer(String operation, JsonNode input, Wire wire) {
    return switch (operation) {
      case "ExecuteStatement" -> execute(input, wire);
      case "DescribeStatement" -> describe(find(input));
      case "GetStatementResult" -> result(find(input), input);
      case "CancelStatement" -> cancel(find(input));
      default -> throw unknown(operation);
    };
  }

  private ObjectNode execute(JsonNode input, Wire wire) {
    FakeWarehouse warehouse = warehouse(input, wire.region());
    if (ordered.values().stream().filter(Ordered::isUnderWay).count() >= MOST_ACTIVE) {
      throw new AwsError(
          400, "ActiveStatementsExceededException", "Active statements exceeded the allowed quota");
    }
    String sql = input.path("Sql").asText();
    Map<String, String> parameters = parameters(input, sql);
    Ordered order = new Ordered(sql, warehouse.answer(sql, parameters), lasts);
    ordered.put(order.id, order);
    while (ordered.size() > MOST_KEPT) {
      ordered.remove(ordered.keySet().iterator().next());
    }
    ObjectNode answer = node().put("Id", order.id).put("CreatedAt", seconds(order.at));
    answer.put("Database", input.path("Database").asText());
    return answer;
  }

  private FakeWarehouse warehouse(JsonNode input, String region) {
    boolean isCluster = input.has("ClusterIdentifier");
    if (isCluster == input.has("WorkgroupName") || !input.has("Database")) {
      throw invalid("Either ClusterIdentifier or WorkgroupName is required, and Database");
    }
    String holder =
        isCluster
            ? "cluster/" + input.path("ClusterIdentifier").asText()
            : "workgroup/" + input.path("WorkgroupName").asText();
    String address = region + ":" + holder + "/" + input.path("Database").asText();
    FakeWarehouse found = world().warehouses().get(address);
    if (found == null) {
      throw invalid("Redshift endpoint doesn't exist in this region.");
    }
    return found;
  }

  private static Map<String, String> parameters(JsonNode input, String sql) {
    Map<String, String> parameters = new TreeMap<>();
    for (JsonNode parameter : input.path("Parameters")) {
      parameters.put(parameter.path("name").asText(), parameter.path("value").asText());
    }
    List<String> markers = StatementOutcome.markers(sql);
    if (!parameters.keySet().equals(java.util.Set.copyOf(markers))) {
      throw invalid("Parameters list contains unused parameters, or lacks some: " + markers);
    }
    return parameters;
  }

  private Ordered find(JsonNode input) {
    Ordered found = ordered.get(input.path("Id").asText());
    if (found == null || Instant.now().isAfter(found.at.plus(KEPT))) {
      throw new AwsError(400, "ResourceNotFoundException", "Query does not exist.");
    }
    return found;
  }

  private ObjectNode describe(Ordered order) {
    if (stalled == null) {
      order.questions++;
    } else {
      stalled.run();
    }
    String error = order.outcome.error();
    ObjectNode answer = node().put("Id", order.id).put("QueryString", order.sql);
    answer.put("CreatedAt", seconds(order.at)).put("UpdatedAt", seconds(Instant.now()));
    answer.put("Status", status(order));
    if (order.isUnderWay()) {
      return answer.put("Duration", -1).put("ResultRows", -1).put("ResultSize", -1);
    }
    answer.put("Duration", Duration.ofMillis(1_250).toNanos());
    answer.put("HasResultSet", error == null && !order.cancelled);
    answer.put("ResultRows", order.outcome.rows().size());
    return error == null ? answer : answer.put("Error", error);
  }

  private static String status(Ordered order) {
    if (order.cancelled) {
      return "ABORTED";
    }
    if (order.isUnderWay()) {
      return order.questions == 0 ? "SUBMITTED" : "STARTED";
    }
    return order.outcome.error() == null ? "FINISHED" : "FAILED";
  }

  private ObjectNode result(Ordered order, JsonNode input) {
    if (order.isUnderWay() || order.cancelled || order.outcome.error() != null) {
      throw new AwsError(400, "ResourceNotFoundException", "Query does not have result.");
    }
    Pages<ArrayNode> page =
        Pages.of(
            order.outcome.rows(),
            Math.min(ROWS_OF_A_PAGE, world().pageSize()),
            input.path("NextToken").asText(""));
    ObjectNode answer = node().put("TotalNumRows", order.outcome.rows().size());
    answer.set("ColumnMetadata", order.outcome.columns());
    ArrayNode records = answer.putArray("Records");
    page.items().forEach(records::add);
    return page.next() == null ? answer : answer.put("NextToken", page.next());
  }

  private ObjectNode cancel(Ordered order) {
    if (!order.isUnderWay()) {
      throw invalid("Could not cancel a query that is already in FINISHED state");
    }
    order.cancelled = true;
    cancellation.countDown();
    return node().put("Status", true);
  }

  private static double seconds(Instant time) {
    return time.toEpochMilli() / 1e3;
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static AwsError invalid(String message) {
    return new AwsError(400, "ValidationException", message);
  }
}
