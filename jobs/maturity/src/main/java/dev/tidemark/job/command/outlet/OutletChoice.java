// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.outlet;

import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.OwnedChoice;
import dev.tidemark.outlet.registry.OutletEntry;
import dev.tidemark.outlet.registry.Outlets;
import dev.tidemark.postgres.admin.Administration;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;

/** The outlet a command is about. */
final class OutletChoice {
  @Mixin private DatabaseChoice choice;
  @Mixin private OwnedChoice outlet;

  String name() {
    return outlet.name();
  }

  /** Does something with it; where there is none of that name, says which there are. */
  <T> T use(BiFunction<Outlets, OutletEntry, T> work) {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access());
        Outlets outlets = Outlets.of(database.access())) {
      return work.apply(
          outlets, outlet.in(administration, "outlet", OutletEntry::name, outlets::list));
    }
  }
}
