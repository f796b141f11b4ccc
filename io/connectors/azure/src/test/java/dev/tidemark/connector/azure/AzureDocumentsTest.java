// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.junit.ConnectorDocuments;

class AzureDocumentsTest extends ConnectorDocuments {
  @Override
  protected ConnectorType type() {
    return new AzureType();
  }

  @Override
  protected String cursor(String stream) {
    return AzureStreams.ALL.require(stream).cursor();
  }
}
