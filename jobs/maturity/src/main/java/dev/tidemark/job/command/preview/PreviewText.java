// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.preview;

import dev.tidemark.authoring.trial.EventText;
import dev.tidemark.authoring.trial.StreamPreview;
import dev.tidemark.job.command.Table;
import java.util.List;
import java.util.stream.Stream;

/** Previews as text. */
final class PreviewText {
  private static final int WIDTH = 160;

  private PreviewText() {}

  static Stream<String> of(List<StreamPreview> previews) {
    return Stream.concat(
        previews.stream().flatMap(PreviewText::stream),
        Stream.concat(Stream.of("", "Operations"), Operations.of(previews).table().lines()));
  }

  private static Stream<String> stream(StreamPreview it) {
    return Stream.of(
            Stream.of(it.stream() + (it.ended() ? "" : " (cut short: see --records)")),
            titled("  records", it.samples().stream().map(sample -> cut(sample.toString()))),
            titled("  events", it.events().stream().map(event -> cut(EventText.of(event)))),
            titled("  metrics", counts(it).lines()),
            titled("  schema changes", it.schemaChanges().stream()),
            titled("  REJECTED", it.rejected().stream().map(PreviewText::cut)))
        .flatMap(lines -> lines);
  }

  private static Stream<String> titled(String title, Stream<String> lines) {
    List<String> indented = lines.map(line -> "    " + line).toList();
    return indented.isEmpty() ? Stream.empty() : Stream.concat(Stream.of(title), indented.stream());
  }

  private static Table counts(StreamPreview preview) {
    Table table = Table.of("METRIC", "EVENTS");
    preview.counts().forEach(table::row);
    return table;
  }

  private static String cut(String text) {
    return text.length() <= WIDTH ? text : text.substring(0, WIDTH) + "...";
  }
}
