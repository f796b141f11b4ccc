// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.estate;

import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.model.Stratum;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings back a platform that was retired, or an indicator that was exempt. */
@Command(
    name = "restore",
    description = "Bring back a platform that was retired, or an indicator that was exempt.")
final class RestorePlatform extends RegisterChange {
  @Parameters(
      arity = "0..1",
      paramLabel = "PLATFORM",
      defaultValue = Coordinate.EVERYWHERE,
      description = {
        "The platform, as 'estate list' shows it; with --indicator it may be left out, for one",
        "that was exempt everywhere."
      })
  private String platform;

  @Option(
      names = "--indicator",
      paramLabel = "ID",
      description = "The indicator that applies again, such as GOV.OWN.")
  private @Nullable String indicator;

  @Override
  RegisterEntry entry(OpenEstate estate) {
    boolean everywhere = indicator != null && platform.equals(Coordinate.EVERYWHERE);
    return estate.entry(everywhere ? new Stratum(platform) : estate.known(platform, ""));
  }

  @Override
  UnaryOperator<RegisterEntry> edit() {
    String id = indicator;
    return id == null ? RegisterEntry::restore : entry -> entry.include(id);
  }

  @Override
  String done(RegisterEntry before) {
    return indicator == null
        ? platform + " is part of the estate again."
        : indicator + " applies again" + place() + ".";
  }

  @Override
  String unchanged(RegisterEntry now) {
    return indicator == null
        ? platform + " is not retired."
        : indicator + " is not exempt" + place() + ". See 'tidemark estate list'.";
  }

  private String place() {
    return platform.equals(Coordinate.EVERYWHERE) ? " everywhere" : " to " + platform;
  }
}
