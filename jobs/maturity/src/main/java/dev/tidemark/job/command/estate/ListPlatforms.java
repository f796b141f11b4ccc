// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.estate;

import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OrganisationChoice;
import dev.tidemark.job.command.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the platforms of an organisation. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the platforms of an organisation with their shares, and what is exempt.")
final class ListPlatforms implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private OrganisationChoice organisation;
  @Mixin private Output output;

  @Override
  public Integer call() {
    try (OpenEstate estate = OpenEstate.of(choice, organisation)) {
      PlatformList platforms =
          PlatformList.of(estate.read(), estate.declared(), estate.rehearsal().shares());
      output.print(platforms::facts, platforms::lines);
    }
    return 0;
  }
}
