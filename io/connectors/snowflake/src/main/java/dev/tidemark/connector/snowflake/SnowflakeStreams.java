// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Streams;
import java.util.List;

/** The streams there are. */
final class SnowflakeStreams {
  static final List<ViewStream> ALL =
      List.of(
          new AccountStream(),
          ObjectStreams.TABLES,
          ObjectStreams.COLUMNS,
          ObjectStreams.TAGS,
          ObjectStreams.STORAGE,
          ObjectStreams.DEPENDENCIES,
          ObjectStreams.SHARES,
          ObjectStreams.USERS,
          UseStreams.QUERIES,
          UseStreams.LOGINS,
          UseStreams.ACCESS,
          UseStreams.ACCESS_LINEAGE,
          UseStreams.WRITES,
          RunStreams.TASKS,
          RunStreams.COPIES,
          RunStreams.COSTS,
          RunStreams.CHECKS,
          RunStreams.CORTEX);

  static final Streams<Reading> KNOWN = new Streams<>("snowflake", ALL);

  private SnowflakeStreams() {}
}
