// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import dev.tidemark.testkit.fake.Request;
import java.util.Map;
import java.util.function.Predicate;

/** Which requests belong to what readers of a tenant call a stream. */
final class Traffic {
  private static final Map<String, Predicate<String>> OWN =
      Map.ofEntries(
          Map.entry("account", path -> path.equals("/subscriptions")),
          Map.entry(
              "storage_accounts",
              path -> path.endsWith("/blobServices/default/providers/Microsoft.Insights/metrics")),
          Map.entry("containers", path -> path.contains("/containers/")),
          Map.entry("blobs", path -> path.startsWith("/" + Examples.ACCOUNT + "/")),
          Map.entry("pipeline_runs", path -> path.endsWith("/queryPipelineRuns")),
          Map.entry("ml_endpoints", path -> path.endsWith("/deployments")),
          Map.entry(
              "ml_requests",
              path -> path.contains("/onlineEndpoints/") && path.endsWith("/metrics")),
          Map.entry("ml_models", path -> path.endsWith("/versions")),
          Map.entry("role_assignments", path -> path.endsWith("/roleAssignments")),
          Map.entry("secure_scores", path -> path.endsWith("/secureScores")),
          Map.entry("catalogue", path -> path.startsWith("/datamap/")),
          Map.entry("costs", path -> path.endsWith("/Microsoft.CostManagement/query")));

  private static final Map<String, Predicate<String>> LISTINGS =
      Map.of(
          "storage_accounts", path -> path.endsWith("/providers/Microsoft.Storage/storageAccounts"),
          "containers", path -> path.endsWith("/blobServices/default/containers"),
          "blobs", path -> path.endsWith("/blobServices/default/containers"),
          "ml_endpoints", path -> path.endsWith("/onlineEndpoints"),
          "ml_requests", path -> path.endsWith("/onlineEndpoints"),
          "ml_models", path -> path.endsWith("/models"));

  private Traffic() {}

  /** Requests by which this stream alone is read. */
  static Predicate<Request> own(String stream) {
    Predicate<String> path = OWN.getOrDefault(stream, it -> false);
    return request -> path.test(request.path());
  }

  /** Requests that list what the stream's records are about. */
  static Predicate<Request> listing(String stream) {
    Predicate<String> path = LISTINGS.get(stream);
    return path == null ? own(stream) : request -> path.test(request.path());
  }

  /** Of those, the ones for pages after the first. */
  static Predicate<Request> laterPages(String stream) {
    return request ->
        listing(stream).test(request)
            && (request.query("$skiptoken").isPresent()
                || request.body().contains("continuationToken"));
  }
}
