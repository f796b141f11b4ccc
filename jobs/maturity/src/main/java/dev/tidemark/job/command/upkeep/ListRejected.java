// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.upkeep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.OrganisationChoice;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.Table;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.DeadLetter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the records of an organisation that could not be used. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the records of an organisation that could not be used, newest first.")
final class ListRejected implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private OrganisationChoice organisation;
  @Mixin private Output output;

  @Option(
      names = "--limit",
      paramLabel = "COUNT",
      defaultValue = "100",
      description = "At most so many (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Override
  public Integer call() {
    List<DeadLetter> letters = letters();
    output.print(() -> facts(letters), () -> text(letters));
    return 0;
  }

  private List<DeadLetter> letters() {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access())) {
      return administration.deadLetters().list(organisation.in(administration).id(), limit);
    }
  }

  private static Stream<String> text(List<DeadLetter> letters) {
    Table table = Table.of("ID", "OBSERVED", "STREAM", "RECORD", "TIMES", "STATE", "REASON");
    for (DeadLetter it : letters) {
      table.row(
          it.id(),
          it.observedAt(),
          it.connector() + "/" + it.stream().name(),
          it.key(),
          it.times(),
          it.replay().meaning(),
          it.reason());
    }
    return letters.isEmpty() ? Stream.of("Nothing was rejected.") : table.lines();
  }

  private static JsonNode facts(List<DeadLetter> letters) {
    ArrayNode facts = Output.JSON.createArrayNode();
    letters.forEach(it -> facts.add(LetterFacts.of(it)));
    return facts;
  }
}
