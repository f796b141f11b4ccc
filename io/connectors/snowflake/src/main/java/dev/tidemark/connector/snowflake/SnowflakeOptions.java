// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Options;
import dev.tidemark.spi.options.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What can be told to the connector. */
final class SnowflakeOptions {
  static final Option<String> ACCOUNT =
      Option.text("account", "[A-Za-z0-9][A-Za-z0-9._-]*", "an account identifier")
          .describedAs(
              "The account as organisation-account (or an older locator with its region), without"
                  + " .snowflakecomputing.com.")
          .required();
  static final Option<URI> URL =
      Option.uri("url", "https", "http")
          .describedAs(
              "Where the account answers, if not at its usual address: a private link or a"
                  + " proxy.");
  static final Option<Boolean> PRIVATE_ADDRESSES =
      Option.flag("allow-private-addresses")
          .describedAs(
              "Lets url and oauth-token-url lie on a private, loopback or link-local network, as"
                  + " a private link does, and do without encryption.")
          .orElse(false);
  static final Option<String> USER =
      Option.text("user")
          .describedAs("The user to log in as; not needed with OAuth client credentials.");
  static final Option<String> ROLE =
      Option.text("role")
          .describedAs("The role to read with; it holds the four viewer roles.")
          .required();
  static final Option<String> WAREHOUSE =
      Option.text("warehouse")
          .describedAs("The warehouse that runs the statements; the smallest is enough.")
          .required();
  static final Option<Secret> PRIVATE_KEY =
      Option.secret("private-key")
          .describedAs("Private key of a key pair, as PKCS#8 PEM; the user holds the public one.");
  static final Option<Secret> PASSPHRASE =
      Option.secret("private-key-passphrase")
          .describedAs("What the private key is encrypted with.");
  static final Option<Secret> ACCESS_TOKEN =
      Option.secret("programmatic-access-token")
          .describedAs("A programmatic access token of the user.");
  static final Option<Secret> OAUTH_TOKEN =
      Option.secret("oauth-token").describedAs("An OAuth access token; not renewed.");
  static final Option<Secret> CLIENT_SECRET =
      Option.secret("oauth-client-secret")
          .describedAs("Secret of an OAuth client; tokens are fetched with it.");
  static final Option<String> CLIENT_ID =
      Option.text("oauth-client-id").describedAs("Identifier of the OAuth client.");
  static final Option<URI> TOKEN_URL =
      Option.uri("oauth-token-url", "https", "http")
          .describedAs("Where the OAuth client fetches its tokens.");
  static final Option<String> SCOPE =
      Option.text("oauth-scope")
          .describedAs("Scope of the tokens; without it the role's own scope.");
  static final Option<List<String>> DATABASES =
      Option.texts("databases")
          .describedAs("Databases whose tables count, with * and ? as wildcards.")
          .orElse(List.of("*"));
  static final Option<List<String>> EXCLUDED =
      Option.texts("exclude-databases")
          .describedAs("Databases whose tables do not count, with * and ? as wildcards.");
  static final Option<List<String>> PRODUCTION =
      Option.texts("production-databases")
          .describedAs(
              "Databases that are production, with * and ? as wildcards: runs and changes"
                  + " elsewhere do not count as production's.")
          .orElse(List.of("*"));
  static final Option<List<String>> CLASS_TAGS =
      Option.texts("class-tags")
          .describedAs("Names of the tags whose value says how sensitive a table or column is.")
          .orElse(List.of("PRIVACY_CATEGORY", "DATA_CLASSIFICATION", "SENSITIVITY"));
  static final Option<List<String>> CERTIFIED_TAGS =
      Option.texts("certified-tags")
          .describedAs("Names of the tags that say somebody vouches for a table.")
          .orElse(List.of("CERTIFIED"));
  static final Option<List<String>> COST_TAGS =
      Option.texts("cost-tags")
          .describedAs("Names of the tags that say who pays for a warehouse.")
          .orElse(List.of("COST_CENTER", "TEAM", "OWNER"));
  static final Option<String> CREDIT_PRICE =
      Option.text("credit-price", "\\d{1,4}(\\.\\d{1,4})?", "a price such as 3.00")
          .describedAs("US dollars a credit costs; without it no cost is told.");
  static final Option<Duration> HISTORY =
      Option.duration("history", Duration.ofHours(1), Duration.ofDays(365))
          .describedAs("How much history to read when the account is first connected.")
          .orElse(Duration.ofDays(28));
  static final Option<Duration> WAKE_INTERVAL =
      Option.duration("wake-interval", Duration.ZERO, Duration.ofDays(1))
          .describedAs(
              "The warehouse is not woken more often than this; streams that are due earlier wait"
                  + " and share the next time it runs.")
          .orElse(Duration.ofMinutes(30));
  static final Option<Duration> AUTO_SUSPEND =
      Option.duration("auto-suspend", Duration.ofSeconds(30), Duration.ofHours(1))
          .describedAs("After what idle time the warehouse suspends itself, as it was set up.")
          .orElse(Duration.ofMinutes(1));
  static final Option<Duration> STATEMENT_TIMEOUT =
      Option.duration("statement-timeout", Duration.ofSeconds(1), Duration.ofHours(1))
          .describedAs("The account ends a statement of the connector that runs longer.")
          .orElse(Duration.ofMinutes(5));
  static final Option<Duration> CONNECT_TIMEOUT =
      Option.duration("connect-timeout", Duration.ofSeconds(1), Duration.ofMinutes(1))
          .describedAs("How long to wait for the account to accept a login.")
          .orElse(Duration.ofSeconds(20));
  static final Option<Integer> PAGE_SIZE =
      Option.integer("page-size", 1, 10_000)
          .describedAs("Records a page holds at most.")
          .orElse(5_000);

  static final Options ALL =
      Options.of(
              ACCOUNT,
              URL,
              PRIVATE_ADDRESSES,
              USER,
              ROLE,
              WAREHOUSE,
              PRIVATE_KEY,
              PASSPHRASE,
              ACCESS_TOKEN,
              OAUTH_TOKEN,
              CLIENT_ID,
              CLIENT_SECRET,
              TOKEN_URL,
              SCOPE,
              DATABASES,
              EXCLUDED,
              PRODUCTION,
              CLASS_TAGS,
              CERTIFIED_TAGS,
              COST_TAGS,
              CREDIT_PRICE,
              HISTORY,
              WAKE_INTERVAL,
              AUTO_SUSPEND,
              STATEMENT_TIMEOUT,
              CONNECT_TIMEOUT,
              PAGE_SIZE)
          .oneOf(PRIVATE_KEY, ACCESS_TOKEN, OAUTH_TOKEN, CLIENT_SECRET)
          .requires(PRIVATE_KEY, USER)
          .requires(PASSPHRASE, PRIVATE_KEY)
          .requires(ACCESS_TOKEN, USER)
          .bundled(CLIENT_ID, CLIENT_SECRET, TOKEN_URL)
          .requires(SCOPE, CLIENT_SECRET);

  private SnowflakeOptions() {}
}
