// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.fake.azure.FakeAzure;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.junit.ConnectorConformance;
import dev.tidemark.testkit.stage.Stage;
import java.time.Instant;

/** Every contract, against a tenant that holds what a contract puts into it. */
class AzureConformanceTest extends ConnectorConformance {
  @Override
  protected ConnectorType type() {
    return new AzureType();
  }

  @Override
  protected Stage stage() {
    return FakeAzure.empty(VirtualClock.at(Instant.now())).stage();
  }
}
