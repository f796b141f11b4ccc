// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.fake.databricks.FakeDatabricks;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.junit.ConnectorConformance;
import dev.tidemark.testkit.stage.Stage;
import java.time.Instant;

/** Every contract, against a workspace that holds what a contract puts into it. */
class DatabricksConformanceTest extends ConnectorConformance {
  @Override
  protected ConnectorType type() {
    return new DatabricksType();
  }

  @Override
  protected Stage stage() {
    return FakeDatabricks.empty(VirtualClock.at(Instant.now())).stage();
  }
}
