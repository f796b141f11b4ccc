// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.outlet;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.OrganisationChoice;
import dev.tidemark.outlet.registry.OutletEntry;
import dev.tidemark.outlet.registry.Outlets;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Organisations.Organisation;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The outlet a command is about. */
final class OutletChoice {
  @Mixin private DatabaseChoice choice;
  @Mixin private OrganisationChoice organisation;

  @Parameters(index = "0", paramLabel = "NAME", description = "The outlet's name.")
  private String name;

  String name() {
    return name;
  }

  /** Does something with it; where there is none of that name, says which there are. */
  <T> T use(BiFunction<Outlets, OutletEntry, T> work) {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access());
        Outlets outlets = Outlets.of(database.access())) {
      Organisation owner = organisation.in(administration);
      OutletEntry entry = outlets.find(owner.id(), name).orElseThrow(() -> unknown(outlets, owner));
      return work.apply(outlets, entry);
    }
  }

  private CommandFailure unknown(Outlets outlets, Organisation owner) {
    String names =
        outlets.list(owner.id()).stream().map(OutletEntry::name).collect(Collectors.joining(", "));
    return new CommandFailure(
        "There is no outlet '"
            + name
            + "' of "
            + owner.name()
            + (names.isEmpty() ? "; it has none." : ". There are: " + names + "."));
  }
}
