// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.Discovery.DiscoveredObject;
import dev.tidemark.spi.Discovery.DiscoveredStream;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.StreamDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What a scripted account holds. */
final class ExampleDiscovery {
  private ExampleDiscovery() {}

  static Discovery of(ExampleAccount account) {
    List<DiscoveredStream> streams =
        new ExampleConnectorType()
            .description().streams().stream().map(stream -> stream(stream, account)).toList();
    List<DiscoveredObject> objects =
        account.tables().names().stream()
            .map(name -> new DiscoveredObject("table", name, ""))
            .toList();
    return new Discovery(streams, objects);
  }

  private static DiscoveredStream stream(StreamDescription stream, ExampleAccount account) {
    return switch (stream.name()) {
      case "events" -> rows(stream, account.events());
      case "runs" -> rows(stream, account.runs());
      case "tables" -> tables(stream, account.tables());
      default -> signs(stream);
    };
  }

  private static DiscoveredStream rows(StreamDescription stream, ExampleRows rows) {
    List<Field> fields =
        new ArrayList<>(
            List.of(
                new Field("at", "string", "when it happened"),
                new Field("id", "integer", "breaks ties of at"),
                new Field("key", "string", "where it happened"),
                new Field("value", "number", "how much of it")));
    rows.extras().types().forEach((name, type) -> fields.add(new Field(name, type, "scripted")));
    return new DiscoveredStream(
        stream, fields, List.of("id"), "at ascending, then id; strictly after both");
  }

  private static DiscoveredStream tables(StreamDescription stream, ExampleTables tables) {
    TreeSet<String> names = new TreeSet<>(tables.facts());
    names.add("name");
    List<Field> fields = names.stream().map(name -> new Field(name, "string", "a fact")).toList();
    return new DiscoveredStream(
        stream, fields, List.of("name"), "key of the last table; keys ascend");
  }

  private static DiscoveredStream signs(StreamDescription stream) {
    return new DiscoveredStream(
        stream,
        List.of(
            new Field("account", "string", "name of the account"),
            new Field("at", "string", "time of the reading"),
            new Field("assets", "integer", "tables there are"),
            new Field("missing", "array", "streams that may not be read")),
        List.of("account"),
        "one record, read whole");
  }
}
