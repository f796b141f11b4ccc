// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.workload;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.EventSink;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Settings;

/** Shows the pages of the {@link Course} this JVM is on as any connector shows its platform's. */
public final class BenchConnectorType implements ConnectorType {
  /** What it is called. */
  public static final String TYPE = "bench";

  /** The one stream each account has. */
  public static final String STREAM = "errors";

  /** The metric its records count for, kept by UTC day. */
  public static final String METRIC = "cicd.pipeline.run.errors";

  /** The attribute that tells metrics of one stream apart. */
  public static final String ATTRIBUTE = "cicd.pipeline.name";

  private static final Option<Integer> STREAM_NUMBER =
      Option.integer("stream").describedAs("Which of the workload's streams it shows.").required();

  @Override
  public Description description() {
    return ErrorsDescription.of(
        TYPE,
        "Bench",
        "Pages made beforehand, for benchmarks.",
        ErrorsDescription.UNLIMITED,
        STREAM_NUMBER);
  }

  @Override
  public Connector open(Settings settings) {
    return open(settings.require(STREAM_NUMBER));
  }

  /** Access to a stream of the workload by its number. */
  public static Connector open(int stream) {
    return new BenchConnector(stream);
  }

  /** What is read by a stream of the workload. */
  public static Stratum stratum(int stream) {
    return new Stratum("bench://" + stream);
  }

  @Override
  public void normalise(String stream, Change change, NormaliseContext context, EventSink sink) {
    PipelineErrors.parse(change.payload().array()).to(sink);
  }
}
