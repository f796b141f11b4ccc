// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.estate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OrganisationChoice;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.Table;
import dev.tidemark.postgres.admin.EstateRegister.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows every change of the estate register. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Show every change of the estate register: when, by whom and why.")
final class ShowHistory implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private OrganisationChoice organisation;
  @Mixin private Output output;

  @Override
  public Integer call() {
    try (OpenEstate estate = OpenEstate.of(choice, organisation)) {
      List<Entry> history =
          estate.register().history(estate.organisation().id()).stream()
              .sorted(Comparator.comparing(Entry::from))
              .toList();
      output.print(() -> facts(history), () -> text(history));
    }
    return 0;
  }

  private static Stream<String> text(List<Entry> history) {
    Table table = Table.of("FROM", "PLATFORM", "MATERIALITY", "STATE", "EXEMPT", "BY", "REASON");
    for (Entry it : history) {
      Double materiality = it.declaration().materiality();
      table.row(
          it.from(),
          it.declaration().stratum(),
          materiality == null ? "-" : materiality,
          it.declaration().retired() ? "retired" : "counts",
          String.join(" ", it.declaration().notApplicable().keySet().stream().sorted().toList()),
          it.actor(),
          it.reason());
    }
    return history.isEmpty() ? Stream.of("Nothing was ever declared.") : table.lines();
  }

  private static JsonNode facts(List<Entry> history) {
    ArrayNode facts = Output.JSON.createArrayNode();
    for (Entry it : history) {
      facts
          .addObject()
          .put("platform", it.declaration().stratum().urn())
          .put("materiality", it.declaration().materiality())
          .put("retired", it.declaration().retired())
          .put("from", it.from().toString())
          .put("until", it.until() == null ? null : it.until().toString())
          .put("actor", it.actor())
          .put("reason", it.reason())
          .set(
              "exempt",
              Output.JSON.valueToTree(
                  it.declaration().notApplicable().keySet().stream().sorted().toList()));
    }
    return facts;
  }
}
