// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.postgres.admin.Connectors;
import picocli.CommandLine.Command;

/** Forget what was read of a connector and read it again from the beginning. */
@Command(
    name = "reset",
    description = "Forget what was read of a connector and read it again from the beginning.")
final class ResetConnector extends ConnectorChange {
  @Override
  String verb() {
    return "reset";
  }

  @Override
  String done() {
    return "is read again from the beginning.";
  }

  @Override
  void change(Connectors connectors, ConnectorId connector, String purpose) {
    connectors.reset(connector, purpose);
  }
}
