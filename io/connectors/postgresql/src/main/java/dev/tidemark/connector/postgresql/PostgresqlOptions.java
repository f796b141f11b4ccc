// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Options;
import dev.tidemark.spi.options.Secret;
import java.time.Duration;
import java.util.List;

/** What can be told to the connector. */
final class PostgresqlOptions {
  static final Option<Secret> URL =
      Option.secret(
              "url",
              "postgres(ql)?://.+",
              "an address postgresql://user:password@host:port/database")
          .describedAs(
              "Everything about the connection in one address; as it may hold a password it is"
                  + " never shown. Special characters are percent-encoded.");
  static final Option<String> HOST =
      Option.text("host", "[^/@ ]+", "a host name or address")
          .describedAs("Where the server listens.");
  static final Option<Integer> PORT =
      Option.integer("port", 1, 65_535).describedAs("The server's port.").orElse(5432);
  static final Option<String> DATABASE =
      Option.text("database")
          .describedAs("The database to connect to first; the others are found from there.")
          .orElse("postgres");
  static final Option<String> USER =
      Option.text("user").describedAs("The role to connect as; pg_monitor is all it needs.");
  static final Option<Secret> PASSWORD =
      Option.secret("password").describedAs("The role's password.");
  static final Option<SslMode> SSL_MODE =
      Option.choice("sslmode", SslMode.class)
          .describedAs("How the connection is encrypted and the server's identity checked.")
          .orElse(SslMode.PREFER);
  static final Option<String> SSL_ROOT_CERTIFICATE =
      Option.text("sslrootcert")
          .describedAs("File of the certificates that verify-ca and verify-full trust.");
  static final Option<String> IDENTITY =
      Option.text("identity", "[^/@#? ]+", "a name without spaces, such as shop-database")
          .describedAs(
              "What the server is known by, where its address may change: the same name stays the"
                  + " same platform. Host and port unless told.");
  static final Option<List<String>> DATABASES =
      Option.texts("databases")
          .describedAs("Databases to read, with * and ? as wildcards; all that accept connections.")
          .orElse(List.of("*"));
  static final Option<List<String>> EXCLUDED =
      Option.texts("exclude-databases")
          .describedAs("Databases to leave out, with * and ? as wildcards.");
  static final Option<Duration> STATEMENT_TIMEOUT =
      Option.duration("statement-timeout", Duration.ofSeconds(1), Duration.ofMinutes(10))
          .describedAs("The server ends a statement of the connector that runs longer.")
          .orElse(Duration.ofSeconds(30));
  static final Option<Duration> CONNECT_TIMEOUT =
      Option.duration("connect-timeout", Duration.ofSeconds(1), Duration.ofMinutes(1))
          .describedAs("How long to wait for the server to accept a connection.")
          .orElse(Duration.ofSeconds(5));
  static final Option<Integer> PAGE_SIZE =
      Option.integer("page-size", 1, 10_000)
          .describedAs("Records a page holds at most.")
          .orElse(1_000);

  static final Options ALL =
      Options.of(
              URL,
              HOST,
              PORT,
              DATABASE,
              USER,
              PASSWORD,
              SSL_MODE,
              SSL_ROOT_CERTIFICATE,
              IDENTITY,
              DATABASES,
              EXCLUDED,
              STATEMENT_TIMEOUT,
              CONNECT_TIMEOUT,
              PAGE_SIZE)
          .oneOf(URL, HOST)
          .requires(HOST, USER)
          .requires(PORT, HOST)
          .requires(DATABASE, HOST)
          .requires(USER, HOST)
          .requires(PASSWORD, USER);

  private PostgresqlOptions() {}
}
