// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.junit.ConnectorConformance;
import dev.tidemark.testkit.stage.Stage;

class SalesforceConformanceTest extends ConnectorConformance {
  @Override
  protected ConnectorType type() {
    return new SalesforceType();
  }

  @Override
  protected Stage stage() {
    return Fakes.start();
  }
}
