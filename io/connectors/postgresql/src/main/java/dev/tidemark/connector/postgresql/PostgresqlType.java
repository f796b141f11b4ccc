// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Budget;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.EventSink;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.options.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The connector type {@code postgresql}. */
public final class PostgresqlType implements ConnectorType {
  private static final Description DESCRIPTION =
      new Description(
          "postgresql",
          "1.0.0",
          "PostgreSQL",
          "Reads the catalogs and statistics of a PostgreSQL server, 14 to 18: what data there is,"
              + " who answers for it, how it is described and protected, and whether anybody uses"
              + " it. It never reads the data itself.",
          List.of("password"),
          PostgresqlOptions.ALL,
          PostgresqlStreams.ALL.descriptions(),
          Set.of(),
          new Budget(600, Duration.ofMinutes(1), Sessions.MOST_OPEN));

  /** For {@link java.util.ServiceLoader}. */
  public PostgresqlType() {}

  @Override
  public Description description() {
    return DESCRIPTION;
  }

  @Override
  public Connector open(Settings settings) {
    return PostgresqlConnector.of(settings);
  }

  @Override
  public void normalise(String stream, Change change, NormaliseContext context, EventSink sink) {
    PostgresqlStreams.ALL.normalise(stream, change, context, sink);
  }
}
