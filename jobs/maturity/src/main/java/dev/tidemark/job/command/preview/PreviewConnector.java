// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.preview;

import dev.tidemark.authoring.trial.BoundedRead;
import dev.tidemark.authoring.trial.PreviewFacts;
import dev.tidemark.authoring.trial.StreamPreview;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.connector.ReadableConnector;
import dev.tidemark.job.command.connector.Target;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.StreamDescription;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads each stream of a connector once and shows what it would bring. */
@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    description = {
      "Read a connector once, keep nothing, and show what it would bring.",
      "Sample records, the metric events they become, and how many upserts, deletes, truncates,",
      "pages, checkpoints and schema changes there were."
    })
public final class PreviewConnector implements Callable<Integer> {
  @Mixin private Target target;
  @Mixin private Output output;

  @Option(names = "--stream", paramLabel = "STREAM", description = "Only this stream.")
  private @Nullable String stream;

  @Option(
      names = "--records",
      paramLabel = "COUNT",
      defaultValue = "1000",
      description = "Read at most so many records of each stream (default: ${DEFAULT-VALUE}).")
  private int records;

  @Override
  public Integer call() {
    List<StreamPreview> previews = target.use(this::previews);
    output.print(() -> PreviewFacts.of(previews), () -> PreviewText.of(previews));
    return 0;
  }

  private List<StreamPreview> previews(ReadableConnector known) {
    try (Connector connector = known.open()) {
      Discovery discovery = connector.discover();
      BoundedRead read = new BoundedRead(known.type(), connector, records);
      return streams(known).stream().map(name -> read.read(name, discovery)).toList();
    }
  }

  private List<String> streams(ReadableConnector known) {
    return Optional.ofNullable(stream)
        .map(name -> List.of(known.type().description().stream(name).name()))
        .orElseGet(() -> known.chosen().stream().map(StreamDescription::name).toList());
  }
}
