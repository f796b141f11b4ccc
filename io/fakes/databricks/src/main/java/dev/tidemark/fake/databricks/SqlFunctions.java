// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tidemark.testkit.fake.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Functions of the vendor's SQL that the engine lacks. Called by the engine. */
public final class SqlFunctions {
  /** The engine passes text only, so workspaces are found by the name of their database. */
  private static final Map<String, InstantSource> CLOCKS = new ConcurrentHashMap<>();

  private SqlFunctions() {}

  /** The time at the workspace. */
  public static OffsetDateTime now(Connection connection) throws SQLException {
    InstantSource clock = CLOCKS.get(connection.getCatalog().toUpperCase(Locale.ROOT));
    if (clock == null) {
      throw new SQLException("the workspace of " + connection.getCatalog() + " is closed");
    }
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /** Microseconds since 1970. */
  public static @Nullable Long unixMicros(@Nullable OffsetDateTime time) {
    return time == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant());
  }

  /** The time so many microseconds after the beginning of 1970. */
  public static @Nullable OffsetDateTime timestampMicros(@Nullable Long micros) {
    return micros == null
        ? null
        : Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /** SHA-2 in small hexadecimal letters. */
  public static @Nullable String sha2(@Nullable String text, int bits) {
    if (text == null) {
      return null;
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-" + bits);
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException wrong) {
      throw new IllegalArgumentException("no SHA-" + bits, wrong);
    }
  }

  /** Whether a map has a key. */
  public static @Nullable Boolean mapContainsKey(@Nullable String map, @Nullable String key) {
    try {
      return (map == null || key == null) ? null : Answer.JSON.readTree(map).has(key);
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException("no map: " + map, wrong);
    }
  }

  static void open(String database, InstantSource clock) {
    CLOCKS.put(database.toUpperCase(Locale.ROOT), clock);
  }

  static void close(String database) {
    CLOCKS.remove(database.toUpperCase(Locale.ROOT));
  }
}
