// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.junit.CompanyReading;
import dev.tidemark.testkit.organisation.Asset;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The company's account, read whole. */
class TidewaterTest extends CompanyReading {
  @Override
  protected ConnectorType type() {
    return new AwsType();
  }

  @Override
  protected Set<String> withoutCause() {
    return Set.of(MetricNames.PERMISSION_MISSING, MetricNames.FRESHNESS_LAG);
  }

  @Test
  void countsTheCompanysAssets() {
    Instant now = Instant.now();
    long assets = account().assets(now).stream().filter(it -> it.kind() != Asset.Kind.VIEW).count();
    int read =
        reading(
            it ->
                Stream.of("s3_buckets", "glue_tables", "redshift_tables")
                    .mapToInt(stream -> passes(it, stream).pass(now, 2_000).changes().size())
                    .sum());
    assertThat((long) read).isBetween(assets - 1, assets + 1);
  }
}
