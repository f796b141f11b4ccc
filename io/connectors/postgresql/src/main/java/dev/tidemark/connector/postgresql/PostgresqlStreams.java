// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.Streams;
import java.util.List;

/** The streams there are. */
final class PostgresqlStreams {
  static final Streams<Visit> ALL =
      new Streams<>(
          "postgresql",
          List.of(
              new ServerStream(),
              new DatabasesStream(),
              new TablesStream(),
              new RolesStream(),
              new ReplicationStream(),
              new StatementsStream()));

  private PostgresqlStreams() {}
}
