// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.outlet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tidemark.job.command.Output;
import dev.tidemark.outlet.EventType;
import dev.tidemark.outlet.OutletType;
import dev.tidemark.outlet.OutletTypes;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the kinds of outlets with their settings. */
@Command(
    name = "types",
    mixinStandardHelpOptions = true,
    description = "List the types of outlets, their settings and what they can be told.")
final class ListOutletTypes implements Callable<Integer> {
  @Mixin private Output output;

  @Override
  public Integer call() {
    output.print(ListOutletTypes::facts, ListOutletTypes::text);
    return 0;
  }

  private static Stream<String> text() {
    return OutletTypes.all().stream().flatMap(ListOutletTypes::lines);
  }

  private static Stream<String> lines(OutletType type) {
    return Stream.of(
            Stream.of(type.name() + ": " + type.title()),
            type.options().help().stream().map(line -> "  " + line),
            Stream.of(
                "  usual events     " + words(type.usual()),
                "  possible events  " + words(type.possible()),
                ""))
        .flatMap(part -> part);
  }

  private static String words(Set<EventType> events) {
    return String.join(", ", new TreeSet<>(events).stream().map(EventType::word).toList());
  }

  private static JsonNode facts() {
    ArrayNode facts = Output.JSON.createArrayNode();
    for (OutletType type : OutletTypes.all()) {
      facts
          .addObject()
          .put("type", type.name())
          .put("title", type.title())
          .put("usual_events", words(type.usual()))
          .put("possible_events", words(type.possible()))
          .set("settings", schema(type));
    }
    return facts;
  }

  private static JsonNode schema(OutletType type) {
    try {
      return Output.JSON.readTree(type.options().jsonSchema());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a schema is JSON", impossible);
    }
  }
}
