// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of what is committed, over a connection of its own. A lost connection is made again; as
 * something may have been missed meanwhile, that counts as news. Not safe for use by several
 * threads.
 */
public final class News implements AutoCloseable {
  /** Scores that changed: JSON with organisation, model and revision. */
  public static final String SCORES = "tidemark_score";

  /** Connectors and organisations that changed: the version of the registry. */
  public static final String REGISTRY = "tidemark_registry";

  private static final Logger LOG = LoggerFactory.getLogger(News.class);
  private static final long PAUSE_MILLIS = 500;

  private final Location location;
  private final List<String> channels;
  private @Nullable Connection connection;

  /**
   * Something that was committed.
   *
   * @param text what was said; empty where anything may have happened while nobody listened
   */
  public record Notice(String channel, String text) {}

  /** Listens to these channels from the first waiting on. */
  public News(Location location, String... channels) {
    this.location = location;
    this.channels = List.of(channels);
  }

  /** Waits for news, at most so long; none if there is none. */
  public List<Notice> await(Duration longest) {
    try {
      Connection current = connection;
      if (current == null) {
        connection = listening();
        return channels.stream().map(channel -> new Notice(channel, "")).toList();
      }
      return heard(current, longest);
    } catch (SQLException lost) {
      LOG.info("the feed of news is interrupted", lost);
      close();
      long pause = Math.min(PAUSE_MILLIS, longest.toMillis());
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
      return List.of();
    }
  }

  private static List<Notice> heard(Connection current, Duration longest) throws SQLException {
    int millis = (int) Math.max(1, longest.toMillis());
    PGNotification[] found = current.unwrap(PGConnection.class).getNotifications(millis);
    return Arrays.stream(found).map(it -> new Notice(it.getName(), it.getParameter())).toList();
  }

  private Connection listening() throws SQLException {
    Connection fresh = Driver.connect(location);
    try (Statement statement = fresh.createStatement()) {
      for (String channel : channels) {
        statement.execute("LISTEN " + channel);
      }
      return fresh;
    } catch (SQLException failure) {
      fresh.close();
      throw failure;
    }
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
