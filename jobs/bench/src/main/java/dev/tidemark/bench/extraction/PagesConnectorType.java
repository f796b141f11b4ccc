// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.extraction;

import dev.tidemark.bench.workload.ErrorsDescription;
import dev.tidemark.bench.workload.PipelineErrors;
import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Budget;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.EventSink;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Settings;
import java.time.Duration;

/** Reads a {@link PageServer} with what all connectors for HTTP sources read with. */
public class PagesConnectorType implements ConnectorType {
  /** What it is called. */
  public static final String TYPE = "bench-pages";

  private static final Option<Integer> PORT =
      Option.integer("port").describedAs("Where the server listens.").required();
  private static final Option<Integer> STREAM =
      Option.integer("stream").describedAs("Which of its streams to read.").required();
  private static final int CONCURRENCY = 64;

  private final String type;
  private final Budget budget;

  /** For {@link java.util.ServiceLoader}: reads as fast as it can. */
  public PagesConnectorType() {
    this(TYPE, new Budget(1_000_000, Duration.ofSeconds(1), CONCURRENCY));
  }

  PagesConnectorType(String type, Budget budget) {
    this.type = type;
    this.budget = budget;
  }

  @Override
  public Description description() {
    return ErrorsDescription.of(
        type, "Pages", "Pages over HTTP, for benchmarks.", budget, PORT, STREAM);
  }

  @Override
  public Connector open(Settings settings) {
    return new PagesConnector(settings.require(PORT), settings.require(STREAM));
  }

  @Override
  public void normalise(String stream, Change change, NormaliseContext context, EventSink sink) {
    PipelineErrors.parse(change.payload().array()).to(sink);
  }
}
