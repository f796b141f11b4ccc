// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.estate;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.maturity.document.NearestName;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.model.Stratum;
import dev.tidemark.spi.ledger.OrganisationEvidence.NotApplicable;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records that an indicator does not apply. */
@Command(
    name = "exempt",
    description = {
      "Record that an indicator does not apply (NOT_APPLICABLE), to one platform or to the"
          + " organisation.",
      "The weights of the others in its dimension grow accordingly."
    })
final class ExemptIndicator extends RegisterChange {
  @Parameters(paramLabel = "INDICATOR", description = "The indicator, such as GOV.OWN.")
  private String indicator;

  @Option(
      names = "--platform",
      paramLabel = "PLATFORM",
      defaultValue = Coordinate.EVERYWHERE,
      description = "The platform it does not apply to (default: all of them).")
  private String platform;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "The first day it does not apply, such as 2026-01-31 (default: today).")
  private @Nullable LocalDate from;

  @Override
  RegisterEntry entry(OpenEstate estate) {
    MaturityModel model = estate.model();
    if (!model.indicators().containsKey(indicator)) {
      throw new CommandFailure(
          "There is no indicator '"
              + indicator
              + "' in "
              + model.reference()
              + ": "
              + NearestName.remedy(indicator, model.indicators().keySet()));
    }
    boolean everywhere = platform.equals(Coordinate.EVERYWHERE);
    return estate.entry(everywhere ? new Stratum(platform) : estate.known(platform, ""));
  }

  @Override
  UnaryOperator<RegisterEntry> edit() {
    LocalDate day = from == null ? LocalDate.now(ZoneOffset.UTC) : from;
    return entry -> entry.exempt(indicator, new NotApplicable(day, reason(), actor()));
  }

  @Override
  String done(RegisterEntry before) {
    return indicator + " does not apply" + place() + ".";
  }

  @Override
  String unchanged(RegisterEntry now) {
    return indicator + " is exempt" + place() + " already, for the same reason.";
  }

  private String place() {
    return platform.equals(Coordinate.EVERYWHERE) ? " anywhere" : " to " + platform;
  }
}
