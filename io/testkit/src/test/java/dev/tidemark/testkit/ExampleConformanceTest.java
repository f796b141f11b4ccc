// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.junit.ConnectorConformance;
import dev.tidemark.testkit.stage.Stage;

/** The example connector keeps every contract. */
class ExampleConformanceTest extends ConnectorConformance {
  @Override
  protected ConnectorType type() {
    return new ExampleConnectorType();
  }

  @Override
  protected Stage stage() {
    return new ExampleStage(1_000_000);
  }
}
