// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.junit.ConnectorDocuments;

class DatabricksDocumentsTest extends ConnectorDocuments {
  @Override
  protected ConnectorType type() {
    return new DatabricksType();
  }

  @Override
  protected String cursor(String stream) {
    return DatabricksStreams.ALL.require(stream).cursor();
  }
}
