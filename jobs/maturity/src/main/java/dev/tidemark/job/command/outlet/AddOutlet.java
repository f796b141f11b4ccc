// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.outlet;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.OrganisationChoice;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.connector.Registration;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.outlet.registry.NewOutlet;
import dev.tidemark.outlet.registry.OutletEntry;
import dev.tidemark.outlet.registry.Outlets;
import dev.tidemark.postgres.admin.Administration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds outlets. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Add outlets. A file is YAML with organisation, type, name, settings and, where wanted,",
      "events; a value may be env:NAME or file:PATH, read now. Settings are encrypted before they",
      "reach the database. An outlet is told what is new from now on."
    })
final class AddOutlet implements Callable<Integer> {
  private static final String PURPOSE = "tidemark outlet add";

  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "An outlet file each.")
  private List<Path> files;

  @Option(
      names = "--replace",
      description = "Where it is there already, give it these settings and events.")
  private boolean replace;

  @Override
  public Integer call() {
    List<OutletDraft> drafts = files.stream().map(OutletFile::read).toList();
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access());
        Outlets outlets = Outlets.of(database.access())) {
      drafts.forEach(draft -> put(draft, administration, outlets));
    }
    drafts.forEach(draft -> output.note(draft + " is told what is new, within a minute at first."));
    return 0;
  }

  private void put(OutletDraft draft, Administration administration, Outlets outlets) {
    OrganisationId owner = OrganisationChoice.find(administration, draft.organisation()).id();
    NewOutlet wanted =
        new NewOutlet(owner, draft.type(), draft.name(), draft.settings(), draft.events());
    Optional<OutletEntry> known = outlets.find(owner, draft.name());
    String purpose = Registration.purpose(PURPOSE);
    if (known.isEmpty()) {
      outlets.add(wanted, purpose);
    } else {
      requireReplaceable(draft, known.get());
      outlets.revise(known.get(), wanted, purpose);
    }
  }

  private void requireReplaceable(OutletDraft draft, OutletEntry known) {
    if (!replace) {
      throw new CommandFailure(
          draft
              + " is there already. Choose another name, or give it these settings with"
              + " --replace.");
    }
    if (!known.type().equals(draft.type().name())) {
      throw new CommandFailure(
          draft + " is a " + known.type() + " outlet, no " + draft.type().name() + ": remove it.");
    }
  }
}
