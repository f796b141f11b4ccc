// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.preview;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tidemark.authoring.trial.BoundedRead;
import dev.tidemark.authoring.trial.PreviewFacts;
import dev.tidemark.authoring.trial.StreamPreview;
import dev.tidemark.job.command.Table;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.StreamDescription;
import java.util.List;

/** What reading streams once brought and cost, in numbers. */
public final class Operations {
  private final List<StreamPreview> previews;

  private Operations(List<StreamPreview> previews) {
    this.previews = List.copyOf(previews);
  }

  static Operations of(List<StreamPreview> previews) {
    return new Operations(previews);
  }

  /**
   * Reads every stream of a connector once.
   *
   * @param records how many of each stream at most
   */
  public static Operations reading(ConnectorType type, Connector connector, int records) {
    Discovery discovery = connector.discover();
    BoundedRead read = new BoundedRead(type, connector, records);
    return of(
        type.description().streams().stream()
            .map(StreamDescription::name)
            .map(stream -> read.read(stream, discovery))
            .toList());
  }

  /** As a table. */
  public Table table() {
    Table table =
        Table.of(
            "STREAM",
            "UPSERTS",
            "DELETES",
            "TRUNCATES",
            "PAGES",
            "CHECKPOINTS",
            "SCHEMA CHANGES",
            "REJECTED",
            "CALLS",
            "BYTES",
            "COST");
    previews.forEach(it -> row(it, table));
    return table;
  }

  /** As JSON. */
  public void write(ArrayNode facts) {
    previews.forEach(it -> PreviewFacts.writeOperations(it, facts.addObject()));
  }

  private static void row(StreamPreview it, Table table) {
    table.row(
        it.stream(),
        it.operations().getOrDefault("upsert", 0L),
        it.operations().getOrDefault("delete", 0L),
        it.operations().getOrDefault("truncate", 0L),
        it.volume().pages(),
        it.checkpoints(),
        it.schemaChanges().size(),
        it.rejected().size(),
        it.volume().calls(),
        it.volume().bytes(),
        it.volume().cost().isNone() ? "-" : it.volume().cost());
  }
}
