// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import dev.tidemark.testkit.fake.Request;
import java.util.Map;
import java.util.function.Predicate;

/** Which requests belong to what readers of a workspace call a stream. */
final class Traffic {
  private static final String STATEMENTS = "/api/2.0/sql/statements";
  private static final Map<String, Predicate<String>> SQL =
      Map.of(
          "account",
          text -> text.contains("information_schema.tables") && !text.contains("column_tags"),
          "tables",
          text -> text.contains("information_schema.column_tags"),
          "lineage",
          text -> text.contains("table_lineage") && !text.contains("date_trunc"),
          "reads",
          text -> text.contains("table_lineage") && text.contains("date_trunc"),
          "queries",
          text -> text.contains("query.history"),
          "audit",
          text -> text.contains("access.audit"),
          "job_runs",
          text -> text.contains("job_run_timeline"),
          "quality",
          text -> text.contains("table_results"),
          "costs",
          text -> text.contains("billing.usage"),
          "endpoint_usage",
          text -> text.contains("serving.endpoint_usage"));
  private static final Map<String, Predicate<String>> PATHS =
      Map.of(
          "principals",
          path -> path.endsWith("/Users") || path.endsWith("/ServicePrincipals"),
          "endpoints",
          path -> path.endsWith("/serving-endpoints"),
          "models",
          path -> path.contains("/unity-catalog/models"));

  private final SqlService sql;

  Traffic(SqlService sql) {
    this.sql = sql;
  }

  static boolean isSql(String stream) {
    return SQL.containsKey(stream);
  }

  /** The statements a stream is read by. */
  static Predicate<String> statements(String stream) {
    return SQL.getOrDefault(stream, text -> false);
  }

  /** The requests a stream is read by. */
  Predicate<Request> requests(String stream) {
    Predicate<String> path = PATHS.getOrDefault(stream, it -> false);
    return request -> path.test(request.path()) || statements(stream).test(statement(request));
  }

  /** The requests for chunks after the first. */
  Predicate<Request> chunks(String stream) {
    return request -> request.path().contains("/result/chunks/") && requests(stream).test(request);
  }

  private String statement(Request request) {
    if (!request.path().startsWith(STATEMENTS)) {
      return "";
    }
    if (request.path().equals(STATEMENTS)) {
      return request.json().map(order -> order.path("statement").asText()).orElse("");
    }
    return sql.text(request.path().substring(STATEMENTS.length() + 1).split("/")[0]);
  }
}
