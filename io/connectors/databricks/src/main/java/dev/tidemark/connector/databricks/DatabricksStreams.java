// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.authoring.Streams;
import java.util.List;

/** The streams there are. */
final class DatabricksStreams {
  static final Streams<Session> ALL =
      new Streams<>(
          "databricks",
          List.of(
              new AccountStream(),
              SqlStreams.TABLES,
              SqlStreams.LINEAGE,
              SqlStreams.READS,
              SqlStreams.QUERIES,
              SqlStreams.AUDIT,
              SqlStreams.JOB_RUNS,
              SqlStreams.QUALITY,
              SqlStreams.COSTS,
              new PrincipalsStream(),
              new EndpointsStream(),
              SqlStreams.ENDPOINT_USAGE,
              new ModelsStream()));

  private DatabricksStreams() {}
}
