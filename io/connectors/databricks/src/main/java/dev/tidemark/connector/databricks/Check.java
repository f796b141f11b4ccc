// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.http.Answer;
import dev.tidemark.http.Call;
import dev.tidemark.http.HttpChecks;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.ConnectorException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks at every need of the connector without running a statement, which might take minutes and
 * cost money.
 */
record Check(Session session) {
  private static final String ME = "/api/2.0/preview/scim/v2/Me";

  /** Worst things first; where nobody answers or the credential is refused, that alone. */
  List<CheckResult> results() {
    List<CheckResult> results = new ArrayList<>();
    Answer me;
    try {
      me = session.conversation().send(Call.get(ME));
    } catch (ConnectorException failure) {
      return List.of(
          CheckResult.failed(
              need(failure.category()), failure.category(), String.valueOf(failure.getMessage())));
    }
    results.add(CheckResult.passed("network", "the workspace answers"));
    results.add(CheckResult.passed("credential", "the credential is accepted"));
    results.add(HttpChecks.clock(me.head()));
    results.add(HttpChecks.need("warehouse", this::warehouse));
    results.add(HttpChecks.need("permission: serving endpoints", this::endpoints));
    SystemTables.fed().keySet().forEach(table -> results.add(table(table)));
    results.sort(Comparator.comparing(CheckResult::passed));
    return results;
  }

  private static String need(Category category) {
    return category == Category.AUTH || category == Category.PERMISSION ? "credential" : "network";
  }

  private String warehouse() {
    Warehouse warehouse = Warehouse.of(session);
    return "warehouse '" + warehouse.name() + "' is " + warehouse.state();
  }

  private String endpoints() {
    JsonNode answer = session.ask(Call.get("/api/2.0/serving-endpoints"));
    return answer.path("endpoints").size() + " serving endpoints are visible";
  }

  private CheckResult table(String table) {
    return HttpChecks.need(
        "permission: SELECT on system." + table,
        () -> {
          if (Visible.columns(session, table).isEmpty()) {
            throw Failures.unseen(table);
          }
          return "it is visible";
        });
  }
}
