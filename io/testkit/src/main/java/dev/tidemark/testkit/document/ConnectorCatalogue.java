// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.document;

import dev.tidemark.spi.Description;
import dev.tidemark.spi.StreamDescription;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The catalogue of connectors: what each reads and feeds, as Markdown. */
public final class ConnectorCatalogue {
  private ConnectorCatalogue() {}

  /** The catalogue of these types, by name. */
  public static String of(List<Description> descriptions) {
    return descriptions.stream()
        .sorted(Comparator.comparing(Description::type))
        .map(ConnectorCatalogue::entry)
        .collect(Collectors.joining("\n"));
  }

  private static String entry(Description it) {
    return "### [%s](%s/README.md)\n%s\n\nAuthentication: %s. Feeds %d metrics by %d streams:\n\n%s"
        .formatted(
            it.title(),
            it.type(),
            it.summary(),
            String.join(", ", it.authentication()),
            metrics(it),
            it.streams().size(),
            streams(it));
  }

  private static int metrics(Description it) {
    TreeSet<String> metrics = new TreeSet<>();
    it.streams().forEach(stream -> metrics.addAll(stream.metrics()));
    return metrics.size();
  }

  private static String streams(Description it) {
    return it.streams().stream()
        .map(ConnectorCatalogue::row)
        .collect(
            Collectors.joining(
                "", "| Stream | Kind | Latency | Metrics |\n|---|---|---|---|\n", ""));
  }

  private static String row(StreamDescription stream) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            stream.name(),
            StreamTable.kind(stream),
            StreamTable.words(stream.latency()),
            StreamTable.metrics(stream));
  }
}
