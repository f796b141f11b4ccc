// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.authoring.Streams;
import java.util.List;

/** The streams there are. */
final class AzureStreams {
  static final Streams<Session> ALL =
      new Streams<>(
          "azure",
          List.of(
              new AccountStream(),
              new StorageAccountsStream(),
              new ContainersStream(),
              new BlobsStream(),
              new RunsStream(),
              new EndpointsStream(),
              new RequestsStream(),
              new ModelsStream(),
              new AssignmentsStream(),
              new SecureScoresStream(),
              new CostsStream(),
              new CatalogueStream()));

  private AzureStreams() {}
}
