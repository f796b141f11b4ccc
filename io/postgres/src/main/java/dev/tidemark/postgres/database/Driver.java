// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import dev.tidemark.spi.EndingSockets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The driver, set up the same for everyone. */
public final class Driver {
  private static final int CONNECT_SECONDS = 5;
  private static final int ANSWER_SECONDS = 120;

  private Driver() {}

  /** Single connections, not pooled; the password is read when the source is made. */
  static DataSource source(Location location) {
    PGSimpleDataSource source = new OwnSource();
    source.setUrl(location.jdbcUrl());
    source.setUser(location.user());
    SecretReference password = location.password();
    if (password != null) {
      source.setPassword(password.read("the database password").reveal());
    }
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(ANSWER_SECONDS);
    source.setTcpKeepAlive(true);
    source.setSocketFactory(EndingSockets.class.getName());
    source.setCurrentSchema(Database.SCHEMA);
    source.setApplicationName("tidemark");
    // The server's details quote values.
    source.setLogServerErrorDetail(false);
    return tuned(source, location);
  }

  /** One connection, to find out at once and exactly what is wrong. */
  static Connection connect(Location location) throws SQLException {
    return source(location).getConnection();
  }

  private static DataSource tuned(PGSimpleDataSource source, Location location) {
    for (var parameter : location.parameters().entrySet()) {
      try {
        source.setProperty(parameter.getKey(), parameter.getValue());
      } catch (SQLException failure) {
        throw new IllegalArgumentException(
            location + ": the driver does not understand the parameter " + parameter.getKey(),
            failure);
      }
    }
    return source;
  }

  /** Asks the driver itself: DriverManager would initialise every driver on the class path. */
  private static final class OwnSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password)
        throws SQLException {
      Properties login = new Properties();
      if (user != null) {
        login.setProperty("user", user);
      }
      if (password != null) {
        login.setProperty("password", password);
      }
      return Objects.requireNonNull(new org.postgresql.Driver().connect(getUrl(), login));
    }
  }
}
