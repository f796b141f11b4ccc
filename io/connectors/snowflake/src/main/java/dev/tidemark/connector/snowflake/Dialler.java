// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import net.snowflake.client.api.driver.SnowflakeDriver;

/** Makes sessions that only read, tell nobody else of it, and do not wait for ever. */
record Dialler(Account account, Duration connectTimeout, Duration statementTimeout) {
  /** Marks the connector's own statements in the account's query history. */
  static final String QUERY_TAG = "tidemark";

  private static final int SOCKET_TIMEOUT_MILLIS = 60_000;

  Connection connect() throws SQLException {
    DriverLog.silence();
    account.requirePublicAddresses();
    Connection connection = new SnowflakeDriver().connect(account.jdbcUrl(), properties());
    if (connection == null) {
      throw new SQLException("no driver for " + account.jdbcUrl(), "08001");
    }
    return connection;
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("account", account.name());
    properties.setProperty("ssl", account.isEncrypted() ? "on" : "off");
    if (account.user() != null) {
      properties.setProperty("user", account.user());
    }
    properties.setProperty("role", account.role());
    properties.setProperty("warehouse", account.warehouse());
    properties.setProperty("application", "Tidemark");
    account.credential().tell(properties);
    Restraint.tell(properties);
    keepQuiet(properties);
    limit(properties);
    return properties;
  }

  /** Nothing is asked of cloud metadata services, nothing is told to anybody but the account. */
  private static void keepQuiet(Properties properties) {
    properties.setProperty("disablePlatformDetection", "true");
    properties.setProperty("disableGcsDefaultCredentials", "true");
    properties.setProperty("CLIENT_OUT_OF_BAND_TELEMETRY_ENABLED", "false");
    properties.setProperty("CLIENT_TELEMETRY_ENABLED", "false");
    properties.setProperty("clientStoreTemporaryCredential", "false");
    properties.setProperty("enablePutGet", "false");
    properties.setProperty("tracing", "OFF");
  }

  /**
   * Results come as JSON: the other format reaches into the JVM. A day begins and ends in UTC
   * wherever the account is.
   */
  private void limit(Properties properties) {
    properties.setProperty("JDBC_QUERY_RESULT_FORMAT", "JSON");
    properties.setProperty("TIMEZONE", "UTC");
    properties.setProperty("QUERY_TAG", QUERY_TAG);
    properties.setProperty("CLIENT_PREFETCH_THREADS", "1");
    properties.setProperty("CLIENT_MEMORY_LIMIT", "256");
    properties.setProperty("loginTimeout", seconds(connectTimeout));
    properties.setProperty("networkTimeout", seconds(statementTimeout.plusSeconds(30)) + "000");
    properties.setProperty("queryTimeout", seconds(statementTimeout));
    properties.setProperty("STATEMENT_TIMEOUT_IN_SECONDS", seconds(statementTimeout));
    properties.setProperty("maxHttpRetries", "1");
    properties.setProperty("HTTP_CLIENT_CONNECTION_TIMEOUT", millis(connectTimeout));
    properties.setProperty("HTTP_CLIENT_SOCKET_TIMEOUT", Integer.toString(SOCKET_TIMEOUT_MILLIS));
  }

  private static String seconds(Duration duration) {
    return Long.toString(Math.max(1, duration.toSeconds()));
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
