// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.job.command.OwnedChoice;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.ConnectorEntry;
import picocli.CommandLine.Mixin;

/** The configured connector a command is about. */
final class ConnectorChoice {
  @Mixin private OwnedChoice choice;

  String name() {
    return choice.name();
  }

  /** The connector, or a failure that says which there are. */
  ConnectorEntry in(Administration administration) {
    return choice.in(
        administration, "connector", ConnectorEntry::name, administration.connectors()::list);
  }
}
