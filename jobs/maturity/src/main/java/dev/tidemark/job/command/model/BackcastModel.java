// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.model;

import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.OrganisationChoice;
import dev.tidemark.job.command.Output;
import dev.tidemark.maturity.live.Backcast;
import dev.tidemark.maturity.live.Backcast.Span;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Organisations.Organisation;
import dev.tidemark.postgres.ledger.PostgresLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Computes the series of a model for days on which it was not in force. */
@Command(
    name = "backcast",
    mixinStandardHelpOptions = true,
    description = {
      "Compute the daily closes of a model for the days on which it was not in force, from what"
          + " was",
      "stored of them. They go into the model's own series, marked as back-cast; days it closed",
      "while it was in force stay as they are. What was not observed then is unknown, so early"
          + " days",
      "have wide intervals. Interrupted and started again with the same --from it goes on where it",
      "stopped. A running job is not disturbed."
    })
final class BackcastModel implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;
  @Mixin private ModelChoice model;
  @Mixin private BackcastDays days;

  @Option(
      names = "--organisation",
      paramLabel = "NAME",
      description = "An organisation; may be given several times (default: all).")
  private List<String> names = List.of();

  @Option(names = "--dry-run", description = "Write nothing; show what would come out.")
  private boolean rehearsing;

  @Override
  public Integer call() {
    days.check();
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access());
        PostgresLedger ledger = database.access().open()) {
      String id = model.in(administration).id();
      List<BackcastSeries> done = new ArrayList<>();
      for (Organisation owner : owners(administration)) {
        done.add(series(Backcast.of(ledger, id, owner.id(), Instant.now()), owner));
      }
      BackcastText text = new BackcastText(id, done, rehearsing);
      output.print(text::facts, text::lines);
    }
    if (rehearsing) {
      output.note("Nothing was written (--dry-run).");
    }
    return 0;
  }

  private List<Organisation> owners(Administration administration) {
    return names.isEmpty()
        ? administration.organisations().list()
        : names.stream().map(name -> OrganisationChoice.find(administration, name)).toList();
  }

  private BackcastSeries series(Backcast backcast, Organisation owner) {
    Optional<Span> span = backcast.evidence().flatMap(days::within);
    BackcastSeries series = new BackcastSeries(owner.name(), span, output::note);
    span.ifPresent(
        wanted -> {
          if (rehearsing) {
            backcast.rehearse(wanted, series);
          } else {
            backcast.run(wanted, series);
          }
        });
    return series;
  }
}
