// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.Owned;
import dev.tidemark.job.command.Table;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.ConnectorEntry;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the configured connectors of all organisations. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the configured connectors of all organisations.")
final class ListConnectors implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;

  @Override
  public Integer call() {
    List<Owned<ConnectorEntry>> all = all();
    output.print(() -> facts(all), () -> text(all));
    return 0;
  }

  private List<Owned<ConnectorEntry>> all() {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access())) {
      return Owned.all(administration, administration.connectors()::list);
    }
  }

  private static Stream<String> text(List<Owned<ConnectorEntry>> all) {
    Table table = Table.of("ORGANISATION", "NAME", "TYPE", "STATUS", "LAST SYNC", "STREAMS");
    all.forEach(it -> row(table, it));
    return all.isEmpty()
        ? Stream.of("No connector is configured. Add one with 'tidemark connector add FILE'.")
        : table.lines();
  }

  private static void row(Table table, Owned<ConnectorEntry> it) {
    table.row(
        it.owner().name(),
        it.entry().name(),
        it.entry().type(),
        it.entry().status().toLowerCase(Locale.ROOT),
        it.entry().lastSync() == null ? "never" : it.entry().lastSync(),
        it.entry().streams().isEmpty() ? "all" : String.join(", ", it.entry().streams()));
  }

  private static JsonNode facts(List<Owned<ConnectorEntry>> all) {
    ArrayNode facts = Output.JSON.createArrayNode();
    for (Owned<ConnectorEntry> it : all) {
      facts
          .addObject()
          .put("organisation", it.owner().name())
          .put("name", it.entry().name())
          .put("id", it.entry().id().toString())
          .put("type", it.entry().type())
          .put("status", it.entry().status())
          .put("version", it.entry().version())
          .put("last_sync", it.entry().lastSync() == null ? null : it.entry().lastSync().toString())
          .set("streams", Output.JSON.valueToTree(it.entry().streams()));
    }
    return facts;
  }
}
