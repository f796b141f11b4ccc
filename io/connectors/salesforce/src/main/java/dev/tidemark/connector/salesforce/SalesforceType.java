// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Budget;
import dev.tidemark.spi.Capability;
import dev.tidemark.spi.ChargedUnit;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.EventSink;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.TokenStore;
import dev.tidemark.spi.options.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The connector type {@code salesforce}. */
public final class SalesforceType implements ConnectorType {
  private static final Description DESCRIPTION =
      new Description(
              SalesforceStreams.TYPE,
              "1.0.0",
              "Salesforce",
              "Reads what a Salesforce organisation says about itself: which objects there are, who"
                  + " answers for their fields and how sensitive those are, who signs in and how,"
                  + " who may do everything, what is changed and by whom, which agents there are,"
                  + " and how secure it finds itself. It never reads the records of customers.",
              List.of("JWT bearer", "OAuth client credentials", "OAuth refresh token"),
              SalesforceOptions.ALL,
              SalesforceStreams.ALL.descriptions(),
              Set.of(Capability.DELETES, Capability.PROVISIONAL_TAIL, Capability.BACKFILL),
              new Budget(300, Duration.ofMinutes(1), 4))
          .withCharges(
              ChargedUnit.of(Session.REQUESTS, "a request counted against the day's allocation"))
          .withFetchDeadline(Duration.ofMinutes(10));

  /** For {@link java.util.ServiceLoader}. */
  public SalesforceType() {}

  @Override
  public Description description() {
    return DESCRIPTION;
  }

  @Override
  public Connector open(Settings settings) {
    return open(settings, TokenStore.absent("nothing keeps tokens here"));
  }

  @Override
  public Connector open(Settings settings, TokenStore tokens) {
    return new SalesforceConnector(settings, tokens);
  }

  @Override
  public void normalise(String stream, Change change, NormaliseContext context, EventSink sink) {
    SalesforceStreams.ALL.normalise(stream, change, context, sink);
  }
}
