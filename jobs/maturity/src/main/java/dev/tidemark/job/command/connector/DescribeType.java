// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.Table;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.StreamDescription;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Describes one connector type: its options and its streams. */
@Command(
    name = "describe",
    mixinStandardHelpOptions = true,
    description = "Describe a connector type: its options and its streams.")
public final class DescribeType implements Callable<Integer> {
  @Mixin private Output output;

  @Parameters(paramLabel = "TYPE", description = "The connector type, such as postgresql.")
  private String type;

  @Option(
      names = "--json-schema",
      description = "Print the JSON Schema (2020-12) of the settings, and nothing else.")
  private boolean schema;

  @Override
  public Integer call() {
    Description description = ConnectorTypes.of(type).description();
    if (schema) {
      output.line(description.options().jsonSchema());
    } else {
      output.print(() -> facts(description), () -> text(description));
    }
    return 0;
  }

  private static Stream<String> text(Description it) {
    return Stream.of(
            Stream.of(it.title() + " (" + it.type() + " " + it.version() + ")", it.summary(), ""),
            Stream.of("Authentication: " + String.join(", ", it.authentication())),
            Stream.of("Can: " + capabilities(it), "", "Settings"),
            it.options().help().stream().map(line -> "  " + line),
            charges(it),
            Stream.of("", "Streams"),
            streams(it.streams()).lines().map(line -> "  " + line))
        .flatMap(lines -> lines);
  }

  private static String capabilities(Description it) {
    List<String> words =
        it.capabilities().stream()
            .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .sorted()
            .toList();
    return words.isEmpty() ? "no more than every connector" : String.join(", ", words);
  }

  private static Stream<String> charges(Description it) {
    Stream<String> units =
        it.charges().stream().map(charge -> "  " + charge.unit() + "  " + charge.meaning());
    return Stream.concat(
        Stream.of("", "A budget may bound, by the day"),
        Stream.concat(
            units, Stream.of("  calls  requests made", "  bytes  payload of the records read")));
  }

  private static Table streams(List<StreamDescription> streams) {
    Table table = Table.of("NAME", "KIND", "EVERY", "LATENCY", "METRICS", "TITLE");
    for (StreamDescription it : streams) {
      String kind = it.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      table.row(it.name(), kind, it.interval(), it.latency(), it.metrics().size(), it.title());
    }
    return table;
  }

  private static JsonNode facts(Description it) {
    ObjectNode facts = Output.JSON.createObjectNode();
    facts.put("type", it.type()).put("version", it.version()).put("title", it.title());
    facts.put("summary", it.summary());
    facts.set("authentication", Output.JSON.valueToTree(it.authentication()));
    facts.set("capabilities", Output.JSON.valueToTree(it.capabilities()));
    ObjectNode charges = facts.putObject("charges");
    it.charges().forEach(charge -> charges.put(charge.unit().name(), charge.meaning()));
    facts.set("settings", schemaOf(it));
    it.streams().forEach(stream -> add(facts.withArray("streams").addObject(), stream));
    return facts;
  }

  private static void add(ObjectNode node, StreamDescription it) {
    node.put("name", it.name()).put("title", it.title()).put("kind", it.kind().name());
    node.put("interval", it.interval().toString()).put("latency", it.latency().toString());
    node.put("precedence", it.precedence().name());
    node.set("metrics", Output.JSON.valueToTree(it.metrics()));
  }

  private static JsonNode schemaOf(Description it) {
    try {
      return Output.JSON.readTree(it.options().jsonSchema());
    } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
      throw new IllegalStateException("a schema is JSON", impossible);
    }
  }
}
