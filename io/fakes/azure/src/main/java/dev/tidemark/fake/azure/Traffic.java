// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import dev.tidemark.testkit.fake.Request;
import java.util.Map;
import java.util.function.Predicate;

/** Which requests belong to what readers of a tenant call a stream. */
final class Traffic {
  private static final Map<String, Predicate<String>> OWN =
      Map.of(
          "account", path -> path.equals("/subscriptions"),
          "storage_accounts",
              path -> path.endsWith("/blobServices/default/providers/Microsoft.Insights/metrics"),
          "containers", path -> path.contains("/containers/"),
          "pipeline_runs", path -> path.endsWith("/queryPipelineRuns"));

  private static final Map<String, Predicate<String>> LISTINGS =
      Map.of(
          "storage_accounts", path -> path.endsWith("/providers/Microsoft.Storage/storageAccounts"),
          "containers", path -> path.endsWith("/blobServices/default/containers"));

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
    return request -> listing(stream).test(request) && request.query("$skiptoken").isPresent();
  }
}
