// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.sql.Connection;
import org.postgresql.PGConnection;

/** The major versions of PostgreSQL the connector is made for. */
final class Version {
  static final int OLDEST = 14;
  static final int NEWEST = 18;

  private Version() {}

  /** The major version, as the server said when the connection was made. */
  static int of(Connection connection) {
    String version = ((PGConnection) connection).getParameterStatus("server_version") + " ";
    return Integer.parseInt(version.split("[^0-9]", 2)[0]);
  }

  /** Refuses a server that is too old. */
  static void requireSupported(Connection connection) {
    int major = of(connection);
    if (major < OLDEST) {
      throw ConnectorException.of(
          Category.UNSUPPORTED,
          "the server is PostgreSQL "
              + major
              + ", and the connector reads "
              + OLDEST
              + " to "
              + NEWEST
              + ": upgrade the server");
    }
  }
}
