// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.postgres.database.Location;
import dev.tidemark.postgres.database.SecretReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of score changes when they are committed, over a connection of its own. A lost connection
 * is made again; as something may have been missed meanwhile, that counts as news. Not safe for use
 * by several threads.
 */
final class ScoreFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScoreFeed.class);
  private static final String CHANNEL = "tidemark_score";

  private final Location location;
  private @Nullable Connection connection;

  ScoreFeed(Location location) {
    this.location = location;
  }

  /** Waits for news, at most so long; tells whether there is any. */
  boolean await(Duration longest) {
    try {
      Connection current = connection;
      if (current == null) {
        connection = listening();
        return true;
      }
      return heard(current, longest);
    } catch (SQLException lost) {
      LOG.info("the feed of scores is interrupted", lost);
      close();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(Math.min(500, longest.toMillis())));
      return false;
    }
  }

  private static boolean heard(Connection current, Duration longest) throws SQLException {
    int millis = (int) Math.max(1, longest.toMillis());
    return current.unwrap(PGConnection.class).getNotifications(millis).length > 0;
  }

  private Connection listening() throws SQLException {
    // Not by DriverManager, which would initialise every driver on the class path.
    Connection fresh =
        Objects.requireNonNull(new Driver().connect(location.jdbcUrl(), properties()));
    try (Statement statement = fresh.createStatement()) {
      statement.execute("LISTEN " + CHANNEL);
      return fresh;
    } catch (SQLException failure) {
      fresh.close();
      throw failure;
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.putAll(location.parameters());
    properties.setProperty("user", location.user());
    properties.setProperty("ApplicationName", "tidemark score card");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("tcpKeepAlive", "true");
    SecretReference password = location.password();
    if (password != null) {
      properties.setProperty("password", password.read("the database password").reveal());
    }
    return properties;
  }

  @Override
  public void close() {
    Connection current = connection;
    connection = null;
    if (current != null) {
      try {
        current.close();
      } catch (SQLException gone) {
        LOG.debug("the feed was closed already", gone);
      }
    }
  }
}
