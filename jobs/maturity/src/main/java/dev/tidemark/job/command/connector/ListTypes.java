// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.Table;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Description;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the kinds of platform that can be connected. */
@Command(
    name = "connectors",
    mixinStandardHelpOptions = true,
    subcommands = DescribeType.class,
    description = "List the connector types: the kinds of platform that can be connected.")
public final class ListTypes implements Callable<Integer> {
  @Mixin private Output output;

  @Override
  public Integer call() {
    output.print(ListTypes::facts, ListTypes::text);
    return 0;
  }

  private static Stream<String> text() {
    Table table = Table.of("TYPE", "TITLE", "STREAMS", "WHAT IT TELLS");
    for (ConnectorType type : ConnectorTypes.all()) {
      Description it = type.description();
      table.row(it.type(), it.title(), it.streams().size(), it.summary());
    }
    return table.lines();
  }

  private static JsonNode facts() {
    ArrayNode facts = Output.JSON.createArrayNode();
    for (ConnectorType type : ConnectorTypes.all()) {
      Description it = type.description();
      facts
          .addObject()
          .put("type", it.type())
          .put("version", it.version())
          .put("title", it.title())
          .put("summary", it.summary())
          .put("streams", it.streams().size());
    }
    return facts;
  }
}
