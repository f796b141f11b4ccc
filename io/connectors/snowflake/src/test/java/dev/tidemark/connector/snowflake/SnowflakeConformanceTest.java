// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.fake.snowflake.FakeSnowflake;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.junit.ConnectorConformance;
import dev.tidemark.testkit.stage.Stage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Every contract, through the vendor's driver. */
class SnowflakeConformanceTest extends ConnectorConformance {
  @Override
  protected ConnectorType type() {
    return new SnowflakeType();
  }

  @Override
  protected Stage stage() {
    return FakeSnowflake.bare(VirtualClock.at(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
  }
}
