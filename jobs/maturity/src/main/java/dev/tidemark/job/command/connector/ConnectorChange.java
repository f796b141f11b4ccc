// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Output;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.ConnectorEntry;
import dev.tidemark.postgres.admin.Connectors;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that changes one configured connector. */
@Command(mixinStandardHelpOptions = true)
abstract class ConnectorChange implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private ConnectorChoice connector;
  @Mixin private Output output;

  @Override
  public Integer call() {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access())) {
      ConnectorEntry entry = connector.in(administration);
      String purpose = Registration.purpose("tidemark connector " + verb());
      change(administration.connectors(), entry.id(), purpose);
    }
    output.note(connector.name() + " " + done());
    return 0;
  }

  /** The verb the command is called by. */
  abstract String verb();

  /** What is the case afterwards, to follow the connector's name. */
  abstract String done();

  abstract void change(Connectors connectors, ConnectorId connector, String purpose);
}
