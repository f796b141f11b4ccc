// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.estate;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.model.Stratum;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how much a platform matters. */
@Command(
    name = "set",
    description = {
      "Say how much a platform matters, relative to the others.",
      "A platform nobody has set counts as 1. One that is not connected may count, too: it is what"
          + " is not known yet."
    })
final class SetMateriality extends RegisterChange {
  @Parameters(
      index = "0",
      paramLabel = "PLATFORM",
      description = "The platform, as 'estate list' shows it.")
  private String platform;

  @Parameters(
      index = "1",
      paramLabel = "WEIGHT",
      description = "Its materiality, such as 3 or 0.5.")
  private double weight;

  @Option(
      names = "--not-connected",
      description = "The platform was never connected; count it all the same.")
  private boolean unconnected;

  @Override
  RegisterEntry entry(OpenEstate estate) {
    if (!(weight > 0 && Double.isFinite(weight))) {
      throw new CommandFailure(
          "A materiality is a number greater than 0, not "
              + weight
              + ". To take a platform out, use 'tidemark estate retire'.");
    }
    if (!unconnected) {
      return estate.entry(
          estate.known(platform, " To count one that was never connected, add --not-connected."));
    }
    if (!platform.matches("[a-z][a-z0-9+.-]*://.+")) {
      throw new CommandFailure(
          "A platform is named as its assets are, such as snowflake://account, not '"
              + platform
              + "'.");
    }
    return estate.entry(new Stratum(platform));
  }

  @Override
  UnaryOperator<RegisterEntry> edit() {
    return entry -> entry.counting(weight);
  }

  @Override
  String done(RegisterEntry before) {
    return platform + " has the materiality " + weight + " now.";
  }

  @Override
  String unchanged(RegisterEntry now) {
    return platform + " has the materiality " + weight + " already.";
  }
}
