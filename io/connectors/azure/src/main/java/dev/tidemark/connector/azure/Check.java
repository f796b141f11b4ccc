// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.authoring.Part;
import dev.tidemark.http.Answer;
import dev.tidemark.http.HttpChecks;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Verifies what the connector needs: what fails comes first. */
record Check(Session session) {
  /** Checking ends in ten seconds; what is left is for the answers. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  List<CheckResult> results() {
    Instant deadline = Instant.now().plus(PATIENCE);
    List<CheckResult> results = new ArrayList<>();
    try {
      Answer answer = session.manager().send(Api.SUBSCRIPTIONS.get("/subscriptions"));
      results.add(CheckResult.passed("network", "the Resource Manager answers"));
      results.add(CheckResult.passed("credential", "it is accepted"));
      results.add(HttpChecks.clock(answer.head()));
      results.add(subscriptions(Session.json(answer.body())));
      purview(results);
      Probe.all(session).forEach(probe -> results.add(result(probe, deadline)));
    } catch (ConnectorException failure) {
      results.add(refused(failure));
    }
    results.sort(Comparator.comparing(CheckResult::passed));
    return results;
  }

  private static CheckResult refused(ConnectorException failure) {
    String need =
        switch (failure.category()) {
          case AUTH -> "credential";
          case PERMISSION -> "permission";
          case CONFIG -> "settings";
          case RATE_LIMITED -> "rate limit";
          default -> "network";
        };
    return CheckResult.failed(need, failure.category(), String.valueOf(failure.getMessage()));
  }

  /** A subscription without any role of ours is not listed, as if it were not there. */
  private CheckResult subscriptions(JsonNode listed) {
    Set<String> unseen = new TreeSet<>(session.scope().subscriptions());
    for (JsonNode it : listed.path("value")) {
      unseen.remove(it.path("subscriptionId").asText().toLowerCase(Locale.ROOT));
    }
    boolean hasMore = listed.path("nextLink").isTextual();
    if (!unseen.isEmpty() && !hasMore) {
      return CheckResult.failed(
          "subscriptions",
          Category.PERMISSION,
          "subscriptions "
              + unseen
              + " are not visible: correct subscriptions, or assign Reader on them");
    }
    return listed.path("value").isEmpty()
        ? CheckResult.failed(
            "subscriptions",
            Category.PERMISSION,
            "no subscription is visible: assign Reader on one to the app or identity")
        : CheckResult.passed("subscriptions", "those to read are visible");
  }

  private void purview(List<CheckResult> results) {
    CatalogueStream catalogue = new CatalogueStream();
    for (Part part : catalogue.parts(session)) {
      results.add(
          HttpChecks.need(
              "permission: Data Reader on the root collection of Purview",
              () -> catalogue.items(part, session).size() + " containers are known"));
    }
  }

  private CheckResult result(Probe probe, Instant deadline) {
    String need = "permission: " + probe.need().permission() + " " + probe.place();
    if (Instant.now().isAfter(deadline)) {
      return CheckResult.failed(need, Category.TRANSIENT, "not checked in time: check again");
    }
    return probe
        .failure(session)
        .map(it -> CheckResult.failed(need, it.category(), String.valueOf(it.getMessage())))
        .orElseGet(() -> CheckResult.passed(need, "granted"));
  }
}
