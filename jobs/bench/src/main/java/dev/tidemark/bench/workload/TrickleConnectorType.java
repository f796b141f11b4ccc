// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.workload;

import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.EventSink;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Settings;

/** Streams that go on for as long as they are read, or say nothing at all: see {@link Trickle}. */
public final class TrickleConnectorType implements ConnectorType {
  /** What it is called. */
  public static final String TYPE = "trickle";

  /** The one stream each account has. */
  public static final String STREAM = BenchConnectorType.STREAM;

  private static final Option<Integer> NUMBER =
      Option.integer("stream").describedAs("Which stream it shows.").required();
  private static final Option<Integer> RECORDS =
      Option.integer("records").describedAs("How many records a poll finds.").required();
  private static final Option<Integer> KEYS =
      Option.integer("keys").describedAs("How many different ones there are.").required();
  private static final Option<Integer> AT =
      Option.integer("at").describedAs("When all happened, in seconds since 1970.").required();

  @Override
  public Description description() {
    return ErrorsDescription.of(
        TYPE,
        "Trickle",
        "Records made while they are read, for benchmarks.",
        ErrorsDescription.UNLIMITED,
        NUMBER,
        RECORDS,
        KEYS,
        AT);
  }

  @Override
  public Connector open(Settings settings) {
    return new TrickleConnector(
        settings.require(NUMBER),
        settings.require(RECORDS),
        new TrickleText(settings.require(KEYS), settings.require(AT)));
  }

  /** How many fetches there were in this JVM. */
  public static long polls() {
    return TrickleConnector.polls();
  }

  @Override
  public void normalise(String stream, Change change, NormaliseContext context, EventSink sink) {
    PipelineErrors.parse(change.payload().array()).to(sink);
  }
}
