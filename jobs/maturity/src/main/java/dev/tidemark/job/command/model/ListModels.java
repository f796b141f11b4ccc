// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.Table;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Models.Model;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the registered model versions. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the registered model versions.")
final class ListModels implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;

  @Override
  public Integer call() {
    List<Model> models = models();
    output.print(() -> facts(models), () -> text(models));
    return 0;
  }

  private List<Model> models() {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access())) {
      return administration.models().list();
    }
  }

  private static Stream<String> text(List<Model> models) {
    Table table = Table.of("MODEL", "STATUS", "SHA-256", "REGISTERED");
    for (Model it : models) {
      table.row(
          it.id().replace(' ', '@'), it.status(), it.sha256().substring(0, 12), it.registeredAt());
    }
    return models.isEmpty() ? Stream.of("No model is registered yet.") : table.lines();
  }

  private static JsonNode facts(List<Model> models) {
    ArrayNode facts = Output.JSON.createArrayNode();
    for (Model it : models) {
      facts
          .addObject()
          .put("id", it.id())
          .put("version", it.semver())
          .put("status", it.status())
          .put("sha256", it.sha256())
          .put("registered_at", it.registeredAt().toString());
    }
    return facts;
  }
}
