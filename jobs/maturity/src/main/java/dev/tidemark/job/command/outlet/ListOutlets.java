// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.outlet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.Owned;
import dev.tidemark.job.command.Table;
import dev.tidemark.outlet.registry.OutletEntry;
import dev.tidemark.outlet.registry.Outlets;
import dev.tidemark.postgres.admin.Administration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the outlets of all organisations and how delivering goes. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the outlets of all organisations and how delivering goes.")
final class ListOutlets implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;

  @Override
  public Integer call() {
    List<Owned<OutletEntry>> all = all();
    output.print(() -> facts(all), () -> text(all));
    return 0;
  }

  private List<Owned<OutletEntry>> all() {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access());
        Outlets outlets = Outlets.of(database.access())) {
      return Owned.all(administration, outlets::list);
    }
  }

  private static Stream<String> text(List<Owned<OutletEntry>> all) {
    Table table =
        Table.of("ORGANISATION", "NAME", "TYPE", "STATUS", "DELIVERED", "WAITING", "DEAD");
    for (Owned<OutletEntry> it : all) {
      table.row(
          it.owner().name(),
          it.entry().name(),
          it.entry().type(),
          status(it.entry()),
          it.entry().delivered(),
          it.entry().waiting(),
          it.entry().deadLetters());
    }
    return all.isEmpty()
        ? Stream.of("There is no outlet. Add one with 'tidemark outlet add FILE'.")
        : Stream.concat(table.lines(), all.stream().flatMap(it -> trouble(it.entry())));
  }

  private static String status(OutletEntry entry) {
    String status = entry.status().toLowerCase(Locale.ROOT);
    return entry.failure() == null ? status : status + ", failing";
  }

  private static Stream<String> trouble(OutletEntry entry) {
    if (entry.failure() == null) {
      return Stream.empty();
    }
    String next = entry.nextTry() == null ? "" : " Next try at " + entry.nextTry() + ".";
    return Stream.of(
        "",
        entry.name()
            + " fails since "
            + entry.failingSince()
            + ": "
            + entry.failure()
            + "."
            + next);
  }

  private static JsonNode facts(List<Owned<OutletEntry>> all) {
    ArrayNode facts = Output.JSON.createArrayNode();
    for (Owned<OutletEntry> it : all) {
      OutletEntry entry = it.entry();
      facts
          .addObject()
          .put("organisation", it.owner().name())
          .put("name", entry.name())
          .put("id", entry.id().toString())
          .put("type", entry.type())
          .put("status", entry.status())
          .put("version", entry.version())
          .put("delivered", entry.delivered())
          .put("waiting", entry.waiting())
          .put("dead_letters", entry.deadLetters())
          .put("last_delivered", text(entry.lastDelivered()))
          .put("failing_since", text(entry.failingSince()))
          .put("next_try", text(entry.nextTry()))
          .put("failure", entry.failure())
          .set("events", Output.JSON.valueToTree(entry.events()));
    }
    return facts;
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
