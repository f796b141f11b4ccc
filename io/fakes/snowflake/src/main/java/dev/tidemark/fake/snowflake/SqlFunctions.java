// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Functions of the vendor's that statements call and the engine lacks. Called by the engine. */
public final class SqlFunctions {
  /** The engine passes text only, so accounts are found by the name of their database. */
  private static final Map<String, InstantSource> CLOCKS = new ConcurrentHashMap<>();

  private SqlFunctions() {}

  /** The time at the account. */
  public static OffsetDateTime now(Connection connection) throws SQLException {
    InstantSource clock = CLOCKS.get(connection.getCatalog().toUpperCase(Locale.ROOT));
    if (clock == null) {
      throw new SQLException("the account of " + connection.getCatalog() + " is closed");
    }
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /** How many elements an array has; null of null. */
  public static @Nullable Integer arraySize(@Nullable String array) {
    return array == null ? null : Json.parse(array).size();
  }

  static void open(String database, InstantSource clock) {
    CLOCKS.put(database.toUpperCase(Locale.ROOT), clock);
  }

  static void close(String database) {
    CLOCKS.remove(database.toUpperCase(Locale.ROOT));
  }
}
