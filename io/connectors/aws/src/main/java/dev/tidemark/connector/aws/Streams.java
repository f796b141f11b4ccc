// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.List;
import java.util.stream.Collectors;

/** The streams there are. */
final class Streams {
  static final List<SourceStream> ALL =
      List.of(
          new AccountStream(),
          new BucketsStream(),
          new ObjectsStream(),
          new TablesStream(),
          new JobsStream(),
          new RunsStream(),
          new QualityStream(),
          new EndpointsStream(),
          new InvocationsStream(),
          new PackagesStream(),
          new CardsStream());

  private Streams() {}

  /** The stream of that name. */
  static SourceStream require(String name) {
    return ALL.stream()
        .filter(stream -> stream.description().name().equals(name))
        .findFirst()
        .orElseThrow(() -> ConnectorException.of(Category.NOT_FOUND, unknown(name)));
  }

  private static String unknown(String name) {
    return "aws has no stream '"
        + name
        + "'; it has "
        + ALL.stream().map(stream -> stream.description().name()).collect(Collectors.joining(", "));
  }
}
