// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.fake.postgresql.PostgresqlStage;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.junit.ConnectorConformance;
import dev.tidemark.testkit.stage.Stage;

/** Keeps every contract, against a real server. */
class PostgresqlConformanceTest extends ConnectorConformance {
  @Override
  protected ConnectorType type() {
    return new PostgresqlType();
  }

  @Override
  protected Stage stage() {
    return new PostgresqlStage();
  }
}
