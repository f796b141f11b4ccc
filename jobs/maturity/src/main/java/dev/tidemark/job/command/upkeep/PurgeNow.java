// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.upkeep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.Table;
import dev.tidemark.postgres.admin.Administration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes what is kept longer than it has to be. */
@Command(
    name = "purge",
    mixinStandardHelpOptions = true,
    description = {
      "Delete now what is kept longer than 'tidemark retention' says; a running job does so by",
      "itself once a day. No score changes."
    })
public final class PurgeNow implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;

  @Option(names = "--dry-run", description = "Only say how much that is.")
  private boolean dryRun;

  @Override
  public Integer call() {
    Map<String, Long> rows = rows();
    output.print(() -> facts(rows), () -> text(rows));
    return 0;
  }

  private Map<String, Long> rows() {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access())) {
      return dryRun ? administration.retention().due() : administration.retention().purge();
    }
  }

  private ObjectNode facts(Map<String, Long> rows) {
    ObjectNode facts = Output.JSON.createObjectNode().put("dry_run", dryRun);
    ObjectNode counts = facts.putObject("rows");
    rows.forEach((what, count) -> counts.put(what.replace(' ', '_'), count));
    return facts;
  }

  private Stream<String> text(Map<String, Long> rows) {
    Table table = Table.of(dryRun ? "TOO OLD" : "DELETED", "ROWS");
    rows.forEach(table::row);
    return rows.isEmpty() ? Stream.of("Nothing is too old.") : table.lines();
  }
}
