// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Budget;
import dev.tidemark.spi.Capability;
import dev.tidemark.spi.ChargedUnit;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.EventSink;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.options.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The connector type {@code snowflake}. */
public final class SnowflakeType implements ConnectorType {
  private static final Description DESCRIPTION =
      new Description(
              "snowflake",
              "1.0.0",
              "Snowflake",
              "Reads what a Snowflake account keeps about itself in SNOWFLAKE.ACCOUNT_USAGE: what"
                  + " data there is, how it is described, classified and protected, who uses it,"
                  + " how its pipelines run and what they cost. It never reads the data itself.",
              List.of("key pair", "programmatic access token", "OAuth token", "OAuth client"),
              SnowflakeOptions.ALL,
              SnowflakeStreams.KNOWN.descriptions(),
              Set.of(Capability.PROVISIONAL_TAIL, Capability.BACKFILL),
              new Budget(120, Duration.ofMinutes(1), 1))
          .withCharges(
              new ChargedUnit(Warehouse.SECONDS, "a second the warehouse ran because of us"))
          .withFetchDeadline(Duration.ofMinutes(15));

  /** For {@link java.util.ServiceLoader}. */
  public SnowflakeType() {}

  @Override
  public Description description() {
    return DESCRIPTION;
  }

  @Override
  public Connector open(Settings settings) {
    return new SnowflakeConnector(settings);
  }

  @Override
  public void normalise(String stream, Change change, NormaliseContext context, EventSink sink) {
    SnowflakeStreams.KNOWN.normalise(stream, change, context, sink);
  }
}
