// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.junit.CompanyReading;
import dev.tidemark.testkit.organisation.Asset;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The company's workspace, read whole. */
class TidewaterTest extends CompanyReading {
  @Override
  protected ConnectorType type() {
    return new DatabricksType();
  }

  @Override
  protected Set<String> withoutCause() {
    return Set.of(MetricNames.PERMISSION_MISSING);
  }

  @Test
  void countsTheCompanysTables() {
    Instant now = Instant.now();
    long assets =
        account().assets(now).stream().filter(it -> it.kind() != Asset.Kind.BUCKET).count();
    int read = reading(it -> passes(it, "tables").pass(now, 2_000).changes().size());
    assertThat((long) read).isBetween(assets - 1, assets + 1);
  }
}
