// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.spi.EndingSockets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/**
 * Makes connections that can only read, wait for nothing long, and end themselves when forgotten.
 */
record Dialler(Account account, Duration connectTimeout, Duration statementTimeout) {
  private static final Driver DRIVER = new Driver();
  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(5);

  Connection connect(String database) throws SQLException {
    Connection connection = DRIVER.connect(account.jdbcUrl(), properties(database));
    if (connection == null) {
      throw new SQLException("no driver for " + account.jdbcUrl(), "08001");
    }
    try {
      Version.requireSupported(connection);
      prepare(connection);
      return connection;
    } catch (SQLException | RuntimeException failure) {
      abort(connection);
      throw failure;
    }
  }

  /** Cancels what runs on the server and closes the connection without waiting for it. */
  static void abort(Connection connection) {
    try {
      connection.unwrap(PGConnection.class).cancelQuery();
    } catch (SQLException unreachable) {
      // The statement timeout ends it.
    }
    try {
      connection.abort(Runnable::run);
    } catch (SQLException alreadyClosed) {
      // That is what was wanted.
    }
  }

  private void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SET default_transaction_read_only = on; SET search_path = pg_catalog, pg_temp;"
              + " SET TimeZone = 'UTC'; SET jit = off;"
              + setting("statement_timeout", statementTimeout)
              + setting("lock_timeout", LOCK_TIMEOUT)
              + setting("idle_in_transaction_session_timeout", statementTimeout.plusSeconds(30))
              + setting("idle_session_timeout", IDLE_TIMEOUT));
    }
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
  }

  private static String setting(String name, Duration value) {
    return " SET " + name + " = " + value.toMillis() + ";";
  }

  private Properties properties(String database) {
    Properties properties = new Properties();
    PGProperty.PG_DBNAME.set(properties, database);
    PGProperty.USER.set(properties, account.user());
    if (account.password() != null) {
      PGProperty.PASSWORD.set(properties, account.password().reveal());
    }
    PGProperty.APPLICATION_NAME.set(properties, "tidemark");
    PGProperty.GSS_ENC_MODE.set(properties, "disable");
    PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, "false");
    PGProperty.PREPARE_THRESHOLD.set(properties, 0);
    PGProperty.TCP_KEEP_ALIVE.set(properties, "true");
    PGProperty.SOCKET_FACTORY.set(properties, EndingSockets.class.getName());
    setTimeouts(properties);
    setEncryption(properties);
    return properties;
  }

  private void setTimeouts(Properties properties) {
    int connect = Math.toIntExact(connectTimeout.toSeconds());
    PGProperty.CONNECT_TIMEOUT.set(properties, connect);
    PGProperty.LOGIN_TIMEOUT.set(properties, connect);
    PGProperty.CANCEL_SIGNAL_TIMEOUT.set(properties, 1);
    PGProperty.SOCKET_TIMEOUT.set(
        properties, Math.toIntExact(statementTimeout.plusSeconds(10).toSeconds()));
  }

  private void setEncryption(Properties properties) {
    String mode = account.sslMode().name().toLowerCase(Locale.ROOT).replace('_', '-');
    PGProperty.SSL_MODE.set(properties, mode);
    if (account.sslRootCertificate() != null) {
      PGProperty.SSL_ROOT_CERT.set(properties, account.sslRootCertificate());
    }
  }
}
