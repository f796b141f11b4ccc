// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.authoring.trial.DiscoveryFacts;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.Table;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.Discovery.DiscoveredStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what an account holds and which streams it would feed. */
@Command(
    name = "discover",
    mixinStandardHelpOptions = true,
    description = "Show what an account holds, and its streams with their fields and metrics.")
public final class DiscoverConnector implements Callable<Integer> {
  @Mixin private Target target;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Discovery discovery = target.use(DiscoverConnector::discovered);
    output.print(() -> DiscoveryFacts.of(discovery), () -> text(discovery));
    return 0;
  }

  private static Discovery discovered(ReadableConnector known) {
    try (Connector connector = known.open()) {
      return connector.discover();
    }
  }

  private static Stream<String> text(Discovery it) {
    return Stream.concat(
        objects(it).lines(), it.streams().stream().flatMap(DiscoverConnector::stream));
  }

  private static Table objects(Discovery discovery) {
    Table table = Table.of("KIND", "NAME", "DETAIL");
    discovery.objects().forEach(it -> table.row(it.kind(), it.name(), it.detail()));
    return table;
  }

  private static Stream<String> stream(DiscoveredStream it) {
    Table fields = Table.of("FIELD", "TYPE", "MEANING");
    it.fields().forEach(field -> fields.row(field.name(), field.type(), field.meaning()));
    String kind = it.description().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Stream.of(
            Stream.of(
                "", it.description().name() + ": " + it.description().title() + " (" + kind + ")"),
            Stream.of("  key     " + String.join(", ", it.primaryKey())),
            Stream.of("  cursor  " + it.cursor()),
            Stream.of("  feeds   " + String.join(", ", it.description().metrics())),
            fields.lines().map(line -> "  " + line))
        .flatMap(lines -> lines);
  }
}
