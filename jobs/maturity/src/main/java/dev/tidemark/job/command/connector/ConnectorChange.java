// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.OrganisationChoice;
import dev.tidemark.job.command.Output;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.ConnectorEntry;
import dev.tidemark.postgres.admin.Connectors;
import dev.tidemark.postgres.admin.Organisations.Organisation;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that changes one configured connector. */
@Command(mixinStandardHelpOptions = true)
abstract class ConnectorChange implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private OrganisationChoice organisation;
  @Mixin private Output output;

  @Parameters(paramLabel = "NAME", description = "The connector's name.")
  private String name;

  @Override
  public Integer call() {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access())) {
      ConnectorEntry entry = find(administration);
      String purpose = Registration.purpose("tidemark connector " + verb());
      change(administration.connectors(), entry.id(), purpose);
    }
    output.note(name + " " + done());
    return 0;
  }

  private ConnectorEntry find(Administration administration) {
    Organisation owner = organisation.in(administration);
    return administration
        .connectors()
        .find(owner.id(), name)
        .orElseThrow(() -> new CommandFailure(unknown(administration.connectors(), owner)));
  }

  private String unknown(Connectors connectors, Organisation owner) {
    List<ConnectorEntry> known = connectors.list(owner.id());
    String names = known.stream().map(ConnectorEntry::name).collect(Collectors.joining(", "));
    return "There is no connector '"
        + name
        + "' of "
        + owner.name()
        + (names.isEmpty() ? "; it has none." : ". There are: " + names + ".");
  }

  /** The verb the command is called by. */
  abstract String verb();

  /** What is the case afterwards, to follow the connector's name. */
  abstract String done();

  abstract void change(Connectors connectors, ConnectorId connector, String purpose);
}
