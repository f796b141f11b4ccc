// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

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

/** The connector type {@code databricks}. */
public final class DatabricksType implements ConnectorType {
  private static final Description DESCRIPTION =
      new Description(
              "databricks",
              "1.0.0",
              "Databricks",
              "Reads what a Databricks workspace and its metastore say about themselves: what data"
                  + " there is and who answers for it, who uses it, whether jobs run through and"
                  + " checks pass, which models answer, and what it all costs. It reads system"
                  + " tables and listings, never the data itself.",
              List.of("OAuth machine-to-machine", "personal access token"),
              DatabricksOptions.ALL,
              DatabricksStreams.ALL.descriptions(),
              Set.of(Capability.PROVISIONAL_TAIL, Capability.BACKFILL),
              new Budget(300, Duration.ofMinutes(1), 4))
          .withCharges(
              ChargedUnit.of(
                  Session.WAREHOUSE_SECONDS,
                  "a second the SQL warehouse ran for us, as estimated: statements, and the time it"
                      + " stays up after it was started for one"))
          .withFetchDeadline(Duration.ofMinutes(15));

  /** For {@link java.util.ServiceLoader}. */
  public DatabricksType() {}

  @Override
  public Description description() {
    return DESCRIPTION;
  }

  @Override
  public Connector open(Settings settings) {
    return DatabricksConnector.of(settings);
  }

  @Override
  public void normalise(String stream, Change change, NormaliseContext context, EventSink sink) {
    DatabricksStreams.ALL.normalise(stream, change, context, sink);
  }
}
