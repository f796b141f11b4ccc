// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.postgres.admin.Connectors;
import picocli.CommandLine.Command;

/** Stop reading a connector; what was read stays. */
@Command(name = "pause", description = "Stop reading a connector; what was read stays.")
final class PauseConnector extends ConnectorChange {
  @Override
  String verb() {
    return "pause";
  }

  @Override
  String done() {
    return "is paused; what was read stays.";
  }

  @Override
  void change(Connectors connectors, ConnectorId connector, String purpose) {
    connectors.pause(connector, purpose);
  }
}
