// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.model.Stratum;
import dev.tidemark.spi.options.Secret;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is and who the connector is there.
 *
 * @param host name or address, an IPv6 address without brackets
 * @param user the role to connect as
 * @param password its password; null where the server asks for none
 * @param sslRootCertificate file of trusted certificates; null for the driver's default
 */
record Account(
    String host,
    int port,
    String database,
    String user,
    @Nullable Secret password,
    SslMode sslMode,
    @Nullable String sslRootCertificate) {
  Account {
    Objects.requireNonNull(sslMode, "sslMode");
    host = host.toLowerCase(Locale.ROOT);
  }

  /** The server as OpenLineage names it: {@code postgres://host:port}. */
  Stratum stratum() {
    return new Stratum("postgres://" + hostAndPort());
  }

  String hostAndPort() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }

  String jdbcUrl() {
    return "jdbc:postgresql://" + hostAndPort() + "/";
  }
}
