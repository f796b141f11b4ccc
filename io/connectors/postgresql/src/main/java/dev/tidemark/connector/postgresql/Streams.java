// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.List;
import java.util.stream.Collectors;

/** The streams there are. */
final class Streams {
  static final List<SourceStream> ALL =
      List.of(
          new ServerStream(),
          new DatabasesStream(),
          new TablesStream(),
          new RolesStream(),
          new ReplicationStream(),
          new StatementsStream());

  private Streams() {}

  /** The stream of that name. */
  static SourceStream require(String name) {
    return ALL.stream()
        .filter(stream -> stream.description().name().equals(name))
        .findFirst()
        .orElseThrow(() -> ConnectorException.of(Category.NOT_FOUND, unknown(name)));
  }

  private static String unknown(String name) {
    return "postgresql has no stream '"
        + name
        + "'; it has "
        + ALL.stream().map(stream -> stream.description().name()).collect(Collectors.joining(", "));
  }
}
