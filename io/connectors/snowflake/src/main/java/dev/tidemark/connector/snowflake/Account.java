// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.PublicAddresses;
import dev.tidemark.model.Stratum;
import dev.tidemark.spi.options.Settings;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where an account is and who the connector is there.
 *
 * @param name the account's identifier, in small letters: its case does not matter
 * @param url where it answers; null for its usual address
 * @param user null where the credential says it
 * @param reach whether addresses given may be private ones
 */
record Account(
    String name,
    @Nullable URI url,
    @Nullable String user,
    String role,
    String warehouse,
    Credential credential,
    Reach reach) {
  /** Where the settings let the connector go. */
  enum Reach {
    PUBLIC,
    PRIVATE_TOO
  }

  Account {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(warehouse, "warehouse");
    Objects.requireNonNull(credential, "credential");
    Objects.requireNonNull(reach, "reach");
    name = name.toLowerCase(Locale.ROOT);
  }

  static Account of(Settings settings) {
    return new Account(
        settings.require(SnowflakeOptions.ACCOUNT),
        settings.find(SnowflakeOptions.URL).orElse(null),
        settings.find(SnowflakeOptions.USER).orElse(null),
        settings.require(SnowflakeOptions.ROLE),
        settings.require(SnowflakeOptions.WAREHOUSE),
        Credential.of(settings),
        settings.require(SnowflakeOptions.PRIVATE_ADDRESSES) ? Reach.PRIVATE_TOO : Reach.PUBLIC);
  }

  /** The account as OpenLineage names it: {@code snowflake://organisation-account}. */
  Stratum stratum() {
    return new Stratum("snowflake://" + name);
  }

  /**
   * Refuses what the settings do not allow.
   *
   * @throws dev.tidemark.spi.ConnectorException of category CONFIG where an address is private
   */
  void requirePublicAddresses() {
    if (reach == Reach.PUBLIC) {
      addresses().forEach(PublicAddresses::require);
    }
  }

  /** The hosts that are to be told something. */
  Set<String> hosts() {
    Set<String> hosts = new TreeSet<>();
    hosts.add(url == null ? host() : url.getHost());
    credential.address().map(URI::getHost).ifPresent(hosts::add);
    return hosts;
  }

  /** The addresses a user has given, by option. */
  private Map<String, URI> addresses() {
    Map<String, URI> addresses = new TreeMap<>();
    if (url != null) {
      addresses.put(SnowflakeOptions.URL.name(), url);
    }
    credential.address().ifPresent(it -> addresses.put(SnowflakeOptions.TOKEN_URL.name(), it));
    return addresses;
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
