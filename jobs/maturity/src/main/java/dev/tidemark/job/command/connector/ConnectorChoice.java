// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.OrganisationChoice;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.ConnectorEntry;
import dev.tidemark.postgres.admin.Organisations.Organisation;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The configured connector a command is about. */
final class ConnectorChoice {
  @Mixin private OrganisationChoice organisation;

  @Parameters(index = "0", paramLabel = "NAME", description = "The connector's name.")
  private String name;

  String name() {
    return name;
  }

  /** The connector, or a failure that says which there are. */
  ConnectorEntry in(Administration administration) {
    Organisation owner = organisation.in(administration);
    return administration
        .connectors()
        .find(owner.id(), name)
        .orElseThrow(() -> new CommandFailure(unknown(administration, owner)));
  }

  private String unknown(Administration administration, Organisation owner) {
    List<ConnectorEntry> known = administration.connectors().list(owner.id());
    String names = known.stream().map(ConnectorEntry::name).collect(Collectors.joining(", "));
    return "There is no connector '"
        + name
        + "' of "
        + owner.name()
        + (names.isEmpty() ? "; it has none." : ". There are: " + names + ".");
  }
}
