// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.options.Secret;
import dev.tidemark.spi.options.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the account from settings: from one address, or from its parts. */
final class AccountReader {
  private static final Set<String> PARAMETERS = Set.of("sslmode", "sslrootcert");

  private AccountReader() {}

  static Account read(Settings settings) {
    return settings
        .find(PostgresqlOptions.URL)
        .map(url -> fromUrl(url, settings))
        .orElseGet(() -> fromParts(settings));
  }

  private static Account fromParts(Settings settings) {
    return new Account(
        withoutBrackets(settings.require(PostgresqlOptions.HOST)),
        settings.require(PostgresqlOptions.PORT),
        settings.require(PostgresqlOptions.DATABASE),
        settings.require(PostgresqlOptions.USER),
        settings.find(PostgresqlOptions.PASSWORD).orElse(null),
        settings.require(PostgresqlOptions.SSL_MODE),
        settings.find(PostgresqlOptions.SSL_ROOT_CERTIFICATE).orElse(null));
  }

  private static Account fromUrl(Secret secret, Settings settings) {
    URI url = parse(secret);
    Map<String, String> parameters = parameters(url);
    String[] login = login(url);
    return new Account(
        withoutBrackets(url.getHost()),
        url.getPort() < 0 ? 5432 : url.getPort(),
        database(url),
        login[0],
        login.length > 1 ? Secret.of(login[1]) : null,
        sslMode(parameters.get("sslmode"), settings),
        parameters.getOrDefault(
            "sslrootcert", settings.find(PostgresqlOptions.SSL_ROOT_CERTIFICATE).orElse(null)));
  }

  /** The parser's own message is left out: it repeats the address, which may hold a password. */
  private static URI parse(Secret secret) {
    try {
      URI url = new URI(secret.reveal());
      if (url.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException malformed) {
      throw wrong("is not an address: percent-encode special characters of user and password");
    }
    throw wrong("names no host, or several: give one, as in postgresql://user@host:5432/database");
  }

  private static String[] login(URI url) {
    String text = url.getRawUserInfo();
    if (text == null || text.startsWith(":")) {
      throw wrong("names no user: give one, as in postgresql://user@host:5432/database");
    }
    return Arrays.stream(text.split(":", 2))
        .map(AccountReader::decoded)
        .filter(part -> !part.isEmpty())
        .toArray(String[]::new);
  }

  private static String database(URI url) {
    String path = url.getPath();
    return path == null || path.length() < 2 ? "postgres" : path.substring(1);
  }

  private static Map<String, String> parameters(URI url) {
    Map<String, String> parameters = new HashMap<>();
    if (url.getRawQuery() != null) {
      Arrays.stream(url.getRawQuery().split("&")).forEach(pair -> put(pair, parameters));
    }
    return parameters;
  }

  private static void put(String pair, Map<String, String> parameters) {
    String[] parts = pair.split("=", 2);
    if (!PARAMETERS.contains(parts[0]) || parts.length < 2) {
      throw wrong("has a parameter other than sslmode and sslrootcert: remove it");
    }
    parameters.put(parts[0], decoded(parts[1]));
  }

  private static SslMode sslMode(@Nullable String text, Settings settings) {
    if (text == null) {
      return settings.require(PostgresqlOptions.SSL_MODE);
    }
    try {
      return SslMode.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException unknown) {
      throw wrong("has an unknown sslmode: use one that the option sslmode takes");
    }
  }

  /** A plus sign stands for itself in a user or a password. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static ConnectorException wrong(String what) {
    return ConnectorException.of(Category.CONFIG, "option url " + what);
  }
}
