// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

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

/** The connector type {@code aws}. */
public final class AwsType implements ConnectorType {
  private static final Description DESCRIPTION =
      new Description(
              "aws",
              "1.0.0",
              "Amazon Web Services",
              "Reads what an AWS account says about itself in S3, Glue, SageMaker and Redshift:"
                  + " what data there is and who answers for it, whether pipelines run through and"
                  + " checks pass, which models answer in production and who has assessed them. It"
                  + " never reads the data itself.",
              List.of("environment", "access key", "assumed role"),
              AwsOptions.ALL,
              AwsStreams.ALL.descriptions(),
              Set.of(Capability.PROVISIONAL_TAIL, Capability.BACKFILL),
              new Budget(600, Duration.ofMinutes(1), AwsConnector.MOST_AT_ONCE))
          .withCharges(
              ChargedUnit.of(Session.PAID_METRIC, "a metric whose points CloudWatch was asked for"),
              ChargedUnit.of(Session.RUNNING, "a second statements ran on Redshift"))
          .withFetchDeadline(Duration.ofMinutes(10));

  /** For {@link java.util.ServiceLoader}. */
  public AwsType() {}

  @Override
  public Description description() {
    return DESCRIPTION;
  }

  @Override
  public Connector open(Settings settings) {
    return AwsConnector.of(settings);
  }

  @Override
  public void normalise(String stream, Change change, NormaliseContext context, EventSink sink) {
    AwsStreams.ALL.normalise(stream, change, context, sink);
  }
}
