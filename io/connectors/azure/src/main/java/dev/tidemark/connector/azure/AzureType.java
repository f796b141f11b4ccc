// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Budget;
import dev.tidemark.spi.Capability;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.EventSink;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.options.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The connector type {@code azure}. */
public final class AzureType implements ConnectorType {
  private static final Description DESCRIPTION =
      new Description(
              "azure",
              "1.0.0",
              "Microsoft Azure",
              "Reads what Azure subscriptions say about themselves: what data lies in storage"
                  + " accounts and who answers for it, whether pipelines of Data Factory run"
                  + " through, which models of Azure Machine Learning answer, who may change"
                  + " everything, how secure Defender finds it all and what it costs. It never"
                  + " reads the data itself.",
              List.of("OAuth client credentials", "managed identity"),
              AzureOptions.ALL,
              AzureStreams.ALL.descriptions(),
              Set.of(Capability.PROVISIONAL_TAIL, Capability.BACKFILL),
              new Budget(600, Duration.ofMinutes(1), 4))
          .withFetchDeadline(Duration.ofMinutes(10));

  /** For {@link java.util.ServiceLoader}. */
  public AzureType() {}

  @Override
  public Description description() {
    return DESCRIPTION;
  }

  @Override
  public Connector open(Settings settings) {
    return AzureConnector.of(settings, System.getenv());
  }

  @Override
  public void normalise(String stream, Change change, NormaliseContext context, EventSink sink) {
    AzureStreams.ALL.normalise(stream, change, context, sink);
  }
}
