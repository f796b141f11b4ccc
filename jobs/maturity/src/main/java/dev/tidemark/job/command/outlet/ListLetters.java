// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.outlet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.Table;
import dev.tidemark.outlet.registry.Letter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the events an outlet was given up on. */
@Command(
    name = "letters",
    mixinStandardHelpOptions = true,
    description = "List an outlet's dead letters: the events it was given up on.")
final class ListLetters implements Callable<Integer> {
  @Mixin private OutletChoice outlet;
  @Mixin private Output output;

  @Option(
      names = "--most",
      paramLabel = "COUNT",
      defaultValue = "100",
      description = "How many at most, the oldest first (default: ${DEFAULT-VALUE}).")
  private int most;

  @Override
  public Integer call() {
    List<Letter> letters = outlet.use((outlets, entry) -> outlets.letters(entry, most));
    output.print(() -> facts(letters), () -> text(letters));
    return 0;
  }

  private static Stream<String> text(List<Letter> letters) {
    Table table = Table.of("POSITION", "TYPE", "ABOUT", "DEAD SINCE", "TRIES", "REASON");
    for (Letter it : letters) {
      table.row(it.position(), it.type(), it.subject(), it.deadAt(), it.attempts(), it.reason());
    }
    return letters.isEmpty() ? Stream.of("There is no dead letter.") : table.lines();
  }

  private static JsonNode facts(List<Letter> letters) {
    ArrayNode facts = Output.JSON.createArrayNode();
    for (Letter it : letters) {
      facts
          .addObject()
          .put("position", it.position())
          .put("event", it.event().toString())
          .put("type", it.type())
          .put("subject", it.subject())
          .put("at", it.at().toString())
          .put("attempts", it.attempts())
          .put("reason", it.reason())
          .put("dead_at", it.deadAt().toString())
          .put("replay_asked", it.asked());
    }
    return facts;
  }
}
