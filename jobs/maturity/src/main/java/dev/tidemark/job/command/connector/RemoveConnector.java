// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.postgres.admin.Connectors;
import picocli.CommandLine.Command;

/** Remove a connector and everything that was read through it. */
@Command(
    name = "remove",
    description = "Remove a connector and everything that was read through it.")
final class RemoveConnector extends ConnectorChange {
  @Override
  String verb() {
    return "remove";
  }

  @Override
  String done() {
    return "is removed, with everything that was read through it.";
  }

  @Override
  void change(Connectors connectors, ConnectorId connector, String purpose) {
    connectors.remove(connector, purpose);
  }
}
