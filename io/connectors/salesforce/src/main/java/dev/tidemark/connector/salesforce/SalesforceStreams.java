// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.authoring.Streams;
import java.util.List;

/** The streams there are. */
final class SalesforceStreams {
  static final String TYPE = "salesforce";

  static final Streams<Session> ALL =
      new Streams<>(
          TYPE,
          List.of(
              new OrgStream(),
              new ObjectsStream(),
              new UsersStream(),
              new GrantsStream(),
              new LoginsStream(),
              new SetupChangesStream(),
              new ReadsStream(),
              new AgentsStream()));

  private SalesforceStreams() {}
}
