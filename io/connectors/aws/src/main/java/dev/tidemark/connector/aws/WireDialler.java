// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.amazon.redshift.Driver;
import dev.tidemark.spi.EndingSockets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/**
 * Makes connections by the vendor's driver that can only read and wait for nothing long. The driver
 * is told everything: it asks no service for a password, and no machine who it is.
 *
 * @param patience how long a statement may take
 */
record WireDialler(WarehouseLogin.Encryption encryption, Duration patience) {
  private static final Driver DRIVER = new Driver();
  private static final Duration CONNECT = Duration.ofSeconds(10);

  Connection connect(Listener at, String database) throws SQLException {
    Connection connection = DRIVER.connect(url(at, database), properties(at));
    if (connection == null) {
      throw new SQLException("the driver does not take the address", "08001");
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET statement_timeout TO " + patience.toMillis());
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  private static String url(Listener at, String database) {
    return "jdbc:redshift://"
        + at.host()
        + ":"
        + at.port()
        + "/"
        + URLEncoder.encode(database, StandardCharsets.UTF_8);
  }

  private Properties properties(Listener at) {
    Properties properties = new Properties();
    properties.setProperty("user", at.user());
    properties.setProperty("password", at.password().reveal());
    properties.setProperty("ApplicationName", "tidemark");
    properties.setProperty("logServerErrorDetail", "false");
    properties.setProperty("socketFactory", EndingSockets.class.getName());
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", seconds(CONNECT));
    properties.setProperty("loginTimeout", seconds(patience));
    properties.setProperty("cancelSignalTimeout", "1");
    properties.setProperty("socketTimeout", seconds(patience.plus(CONNECT)));
    properties.setProperty("enableFetchRingBuffer", "false");
    encrypt(properties);
    return properties;
  }

  private void encrypt(Properties properties) {
    boolean isOn = encryption != WarehouseLogin.Encryption.DISABLE;
    properties.setProperty("ssl", Boolean.toString(isOn));
    if (isOn) {
      properties.setProperty("sslmode", encryption.word());
    }
  }

  private static String seconds(Duration time) {
    return Long.toString(time.toSeconds());
  }
}
