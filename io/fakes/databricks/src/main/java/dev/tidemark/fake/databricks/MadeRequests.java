// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import java.time.Instant;

/** Requests to endpoints that are made up. */
final class MadeRequests {
  private MadeRequests() {}

  static void request(Engine engine, long n, Instant time) {
    engine.add(
        TableRow.of(
            "serving.served_entities",
            "served_entity_id",
            "se" + n,
            "workspace_id",
            World.WORKSPACE,
            "endpoint_name",
            "made-" + n,
            "entity_name",
            "made.models.m",
            "entity_version",
            "1",
            "change_time",
            Instant.EPOCH),
        use(n, 200L, time),
        use(n, 500L, time));
  }

  private static TableRow use(long n, long status, Instant time) {
    return TableRow.of(
        "serving.endpoint_usage",
        "workspace_id",
        World.WORKSPACE,
        "databricks_request_id",
        "r" + Made.number(),
        "requester",
        "asker@example.test",
        "status_code",
        status,
        "request_time",
        time,
        "served_entity_id",
        "se" + n);
  }
}
