// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.junit.ConnectorConformance;
import dev.tidemark.testkit.stage.Stage;
import java.time.Instant;

/** Every contract, against an account that holds what a contract puts into it. */
class AwsConformanceTest extends ConnectorConformance {
  @Override
  protected ConnectorType type() {
    return new AwsType();
  }

  @Override
  protected Stage stage() {
    return FakeAws.empty(VirtualClock.at(Instant.now())).stage();
  }
}
