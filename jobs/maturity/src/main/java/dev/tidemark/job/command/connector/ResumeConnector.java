// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.postgres.admin.Connectors;
import picocli.CommandLine.Command;

/** Go on reading a connector where it stopped. */
@Command(name = "resume", description = "Go on reading a connector where it stopped.")
final class ResumeConnector extends ConnectorChange {
  @Override
  String verb() {
    return "resume";
  }

  @Override
  String done() {
    return "is read again, from where it stopped.";
  }

  @Override
  void change(Connectors connectors, ConnectorId connector, String purpose) {
    connectors.resume(connector, purpose);
  }
}
