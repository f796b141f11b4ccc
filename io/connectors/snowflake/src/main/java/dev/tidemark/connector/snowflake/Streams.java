// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.List;
import java.util.stream.Collectors;

/** The streams there are. */
final class Streams {
  static final List<SourceStream> ALL =
      List.of(
          new AccountStream(),
          ObjectStreams.TABLES,
          ObjectStreams.COLUMNS,
          ObjectStreams.TAGS,
          ObjectStreams.STORAGE,
          ObjectStreams.DEPENDENCIES,
          ObjectStreams.SHARES,
          ObjectStreams.USERS,
          HistoryStreams.QUERIES,
          HistoryStreams.LOGINS,
          HistoryStreams.ACCESS,
          HistoryStreams.ACCESS_LINEAGE,
          HistoryStreams.WRITES,
          HistoryStreams.TASKS,
          HistoryStreams.COPIES,
          HistoryStreams.COSTS,
          HistoryStreams.CHECKS,
          HistoryStreams.CORTEX);

  private Streams() {}

  /** The stream of that name. */
  static SourceStream require(String name) {
    return ALL.stream()
        .filter(stream -> stream.description().name().equals(name))
        .findFirst()
        .orElseThrow(() -> ConnectorException.of(Category.NOT_FOUND, unknown(name)));
  }

  private static String unknown(String name) {
    return "snowflake has no stream '"
        + name
        + "'; it has "
        + ALL.stream().map(stream -> stream.description().name()).collect(Collectors.joining(", "));
  }
}
