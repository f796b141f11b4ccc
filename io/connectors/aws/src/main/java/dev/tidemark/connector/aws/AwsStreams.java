// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Streams;
import java.util.List;

/** The streams there are. */
final class AwsStreams {
  static final Streams<Session> ALL =
      new Streams<>(
          "aws",
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
              new CardsStream(),
              RedshiftStreams.TABLES,
              RedshiftStreams.STORAGE,
              RedshiftStreams.USERS,
              RedshiftStreams.QUERIES,
              RedshiftStreams.READS,
              new LoadsStream(),
              RedshiftStreams.CONNECTIONS));

  private AwsStreams() {}
}
