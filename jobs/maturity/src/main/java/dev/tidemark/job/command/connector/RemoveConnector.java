// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.postgres.admin.Connectors;
import picocli.CommandLine.Command;

/** Remove a connector; its platform stays in the estate. */
@Command(
    name = "remove",
    description = {
      "Remove a connector and its settings.",
      "What was read through it stays in the estate and ages, as an outage does; a platform leaves"
          + " the estate by 'tidemark estate retire'. Adding the account again goes on where this"
          + " one stopped."
    })
final class RemoveConnector extends ConnectorChange {
  @Override
  String verb() {
    return "remove";
  }

  @Override
  String done() {
    return "is removed. Its platform stays in the estate and ages until it is retired.";
  }

  @Override
  void change(Connectors connectors, ConnectorId connector, String purpose) {
    connectors.remove(connector, purpose);
  }
}
