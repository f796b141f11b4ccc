// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.estate;

import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a platform out of the estate. */
@Command(
    name = "retire",
    description = {
      "Take a platform out of the estate: it counts no more, whatever was or is read of it.",
      "Nothing is deleted; 'estate restore' brings it back."
    })
final class RetirePlatform extends RegisterChange {
  @Parameters(paramLabel = "PLATFORM", description = "The platform, as 'estate list' shows it.")
  private String platform;

  @Override
  RegisterEntry entry(OpenEstate estate) {
    return estate.entry(estate.known(platform, ""));
  }

  @Override
  UnaryOperator<RegisterEntry> edit() {
    return RegisterEntry::retire;
  }

  @Override
  String done(RegisterEntry before) {
    return platform + " is retired.";
  }

  @Override
  String unchanged(RegisterEntry now) {
    return platform + " is retired already.";
  }
}
