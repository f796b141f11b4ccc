// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.model.Stratum;
import dev.tidemark.spi.options.Settings;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an account is and who the connector is there.
 *
 * @param name the account's identifier, in small letters: its case does not matter
 * @param url where it answers; null for its usual address
 * @param user null where the credential says it
 */
record Account(
    String name,
    @Nullable URI url,
    @Nullable String user,
    String role,
    String warehouse,
    Credential credential) {
  Account {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(warehouse, "warehouse");
    Objects.requireNonNull(credential, "credential");
    name = name.toLowerCase(Locale.ROOT);
  }

  static Account of(Settings settings) {
    return new Account(
        settings.require(SnowflakeOptions.ACCOUNT),
        settings.find(SnowflakeOptions.URL).orElse(null),
        settings.find(SnowflakeOptions.USER).orElse(null),
        settings.require(SnowflakeOptions.ROLE),
        settings.require(SnowflakeOptions.WAREHOUSE),
        Credential.of(settings));
  }

  /** The account as OpenLineage names it: {@code snowflake://organisation-account}. */
  Stratum stratum() {
    return new Stratum("snowflake://" + name);
  }

  String jdbcUrl() {
    return "jdbc:snowflake://" + host() + "/";
  }

  /** Whether traffic is encrypted, as it is everywhere but in tests. */
  boolean isEncrypted() {
    return url == null || "https".equals(url.getScheme());
  }

  /** Who logs in, for people. */
  String who() {
    return user == null ? "the OAuth client" : "user " + user;
  }

  private String host() {
    if (url == null) {
      return name + ".snowflakecomputing.com";
    }
    return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
  }
}
