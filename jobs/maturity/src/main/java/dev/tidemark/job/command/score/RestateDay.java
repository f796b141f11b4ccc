// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.score;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.OrganisationChoice;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.Table;
import dev.tidemark.maturity.live.Restatement;
import dev.tidemark.maturity.live.Restatement.Restated;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Organisations.Organisation;
import dev.tidemark.postgres.ledger.PostgresLedger;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes the close of a day again. */
@Command(
    name = "restate",
    mixinStandardHelpOptions = true,
    description = {
      "Compute the close of a day again from what is known of it now, and put it in the place of",
      "what was published, marked as restated. For data that came after the day was final: until",
      "then a running job does so every night. Other days keep their closes; a running job is not",
      "disturbed."
    })
public final class RestateDay implements Callable<Integer> {
  private static final double SCALE = 5;

  @Mixin private DatabaseChoice choice;
  @Mixin private OrganisationChoice organisation;
  @Mixin private Output output;

  @Parameters(paramLabel = "DAY", description = "The day in UTC, such as 2026-01-31.")
  private LocalDate day;

  @Option(names = "--dry-run", description = "Write nothing; show what would come out.")
  private boolean dryRun;

  @Override
  public Integer call() {
    List<Restated> restated = restated();
    output.print(() -> facts(restated), () -> text(restated));
    if (dryRun) {
      output.note("Nothing was written (--dry-run).");
    }
    return 0;
  }

  private List<Restated> restated() {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access());
        PostgresLedger ledger = database.access().open()) {
      Organisation owner = organisation.in(administration);
      Restatement restatement = Restatement.of(ledger, owner.id());
      List<Restated> restated =
          administration.models().list().stream()
              .flatMap(model -> restatement.compute(model.id(), day).stream())
              .toList();
      if (restated.isEmpty()) {
        throw new CommandFailure(missing(ledger, owner));
      }
      if (!dryRun) {
        restated.forEach(restatement::write);
      }
      return restated;
    }
  }

  private String missing(PostgresLedger ledger, Organisation owner) {
    return "No close of "
        + day
        + " was published for "
        + owner.name()
        + ". "
        + ledger
            .scores()
            .firstPublished(owner.id())
            .map(first -> "The first is of " + first + "; a day is closed once it is over in UTC.")
            .orElse("None was yet: a day is closed once it is over in UTC.");
  }

  private Stream<String> text(List<Restated> restated) {
    Table table = Table.of("MODEL", "COMPOSITE", "WAS", "IS", "STATUS");
    for (Restated it : restated) {
      for (ScoreUpdate.Composite composite : it.close().composites()) {
        table.row(
            it.close().model(),
            composite.name(),
            figure(before(it, composite)),
            figure(composite.score()),
            it.close().status());
      }
    }
    return table.lines();
  }

  private ObjectNode facts(List<Restated> restated) {
    ObjectNode facts =
        Output.JSON.createObjectNode().put("day", day.toString()).put("dry_run", dryRun);
    ArrayNode closes = facts.putArray("closes");
    for (Restated it : restated) {
      ObjectNode close = closes.addObject();
      close.put("model", it.close().model()).put("status", it.close().status());
      ArrayNode composites = close.putArray("composites");
      for (ScoreUpdate.Composite composite : it.close().composites()) {
        composites
            .addObject()
            .put("name", composite.name())
            .put("before", SCALE * before(it, composite))
            .put("after", SCALE * composite.score());
      }
    }
    return facts;
  }

  private static double before(Restated restated, ScoreUpdate.Composite composite) {
    return restated.before().getOrDefault(composite.name(), Double.NaN);
  }

  private static String figure(double score) {
    return String.format(Locale.ROOT, "%.3f", SCALE * score);
  }
}
