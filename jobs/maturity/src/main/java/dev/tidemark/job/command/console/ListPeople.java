// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tidemark.console.access.People;
import dev.tidemark.console.access.People.Grant;
import dev.tidemark.console.access.Role;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.Table;
import dev.tidemark.postgres.database.Database;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists who may do what in the console. */
@Command(
    name = "people",
    mixinStandardHelpOptions = true,
    description = "List who may do what in the console.")
public final class ListPeople implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;

  @Override
  public Integer call() {
    try (OpenDatabase opened = choice.openExisting();
        Database database = opened.access().database()) {
      List<Grant> grants = new People(database).list();
      output.print(() -> facts(grants), () -> text(grants));
    }
    return 0;
  }

  private static JsonNode facts(List<Grant> grants) {
    ArrayNode facts = Output.JSON.createArrayNode();
    grants.forEach(
        it ->
            facts
                .addObject()
                .put("person", it.person())
                .put("organisation", it.organisation())
                .put("role", word(it.role()).orElse(null)));
    return facts;
  }

  private static Stream<String> text(List<Grant> grants) {
    Table table = Table.of("PERSON", "ROLE", "WHERE");
    grants.forEach(it -> table.row(it.person(), word(it.role()).orElse("none"), where(it)));
    return grants.isEmpty()
        ? Stream.of("Nobody yet: a console that starts adds the first administrator.")
        : table.lines();
  }

  private static String where(Grant grant) {
    String organisation = grant.organisation();
    if (organisation != null) {
      return organisation;
    }
    return grant.role() == null ? "-" : "everywhere";
  }

  private static Optional<String> word(@Nullable Role role) {
    return Optional.ofNullable(role).map(Role::word);
  }
}
