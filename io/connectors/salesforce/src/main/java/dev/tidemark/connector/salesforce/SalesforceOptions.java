// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.http.AuthenticationOptions;
import dev.tidemark.http.HttpOptions;
import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Options;
import dev.tidemark.spi.options.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What can be told to the connector. */
final class SalesforceOptions {
  static final Option<URI> ADDRESS =
      HttpOptions.ADDRESS
          .describedAs(
              "The organisation's My Domain address, such as https://acme.my.salesforce.com.")
          .required();
  static final Option<String> CLIENT_ID =
      AuthenticationOptions.CLIENT_ID
          .describedAs("Consumer key of the external client app.")
          .required();
  static final Option<Secret> CLIENT_SECRET =
      AuthenticationOptions.CLIENT_SECRET.describedAs(
          "Consumer secret of the app: alone for the client credentials flow, or with"
              + " refresh-token.");
  static final Option<String> USERNAME =
      Option.text("username")
          .describedAs("The integration user's name, for whom private-key signs.");
  static final Option<Secret> PRIVATE_KEY = AuthenticationOptions.PRIVATE_KEY;
  static final Option<Secret> REFRESH_TOKEN = AuthenticationOptions.REFRESH_TOKEN;
  static final Option<URI> AUDIENCE =
      Option.uri("audience", "https")
          .describedAs(
              "Whom the signed statement is for: https://test.salesforce.com for a sandbox.")
          .orElse(URI.create("https://login.salesforce.com"));
  static final Option<List<String>> OBJECTS =
      Option.texts("objects")
          .describedAs("Objects to read, with * and ? as wildcards.")
          .orElse(List.of("*"));
  static final Option<List<String>> EXCLUDED_OBJECTS =
      Option.texts("exclude-objects")
          .describedAs("Objects to leave out, with * and ? as wildcards.");
  static final Option<Integer> ALLOCATION_SHARE =
      Option.integer("allocation-share", 1, 100)
          .describedAs(
              "Reading rests while the organisation has used more than this percentage of its API"
                  + " requests of 24 hours, by whomever.")
          .orElse(80);
  static final Option<Duration> HISTORY =
      Option.duration("history", Duration.ofDays(1), Duration.ofDays(180))
          .describedAs(
              "How far back sign-ins, changes and reads are read when they are first read.")
          .orElse(Duration.ofDays(28));
  static final Option<EventLogInterval> EVENT_LOG_INTERVAL =
      Option.choice("event-log-interval", EventLogInterval.class)
          .describedAs(
              "Which event log files are read: daily ones, or hourly ones, which are made sooner"
                  + " and only with Event Monitoring.")
          .orElse(EventLogInterval.DAILY);
  static final Option<Integer> BULK_THRESHOLD =
      Option.integer("bulk-threshold", 1, Integer.MAX_VALUE)
          .describedAs(
              "A type with more records than this is read by a job of Bulk API 2.0 instead of"
                  + " queries.")
          .orElse(10_000);
  static final Option<Duration> BULK_PATIENCE =
      Option.duration("bulk-patience", Duration.ofSeconds(1), Duration.ofMinutes(8))
          .describedAs(
              "How long such a job may take; after that it is aborted and its records are read by"
                  + " queries.")
          .orElse(Duration.ofMinutes(5));
  static final Option<Integer> PAGE_SIZE = HttpOptions.pageSize(Session.MOST_ROWS, 500);

  static final Options ALL =
      Options.of(
              ADDRESS,
              CLIENT_ID,
              CLIENT_SECRET,
              USERNAME,
              PRIVATE_KEY,
              REFRESH_TOKEN,
              AUDIENCE,
              OBJECTS,
              EXCLUDED_OBJECTS,
              ALLOCATION_SHARE,
              HISTORY,
              EVENT_LOG_INTERVAL,
              BULK_THRESHOLD,
              BULK_PATIENCE,
              PAGE_SIZE,
              HttpOptions.ALLOW_PRIVATE_ADDRESSES,
              HttpOptions.REQUEST_TIMEOUT)
          .anyOf(PRIVATE_KEY, CLIENT_SECRET, REFRESH_TOKEN)
          .exclusive(PRIVATE_KEY, CLIENT_SECRET)
          .exclusive(PRIVATE_KEY, REFRESH_TOKEN)
          .bundled(PRIVATE_KEY, USERNAME);

  private SalesforceOptions() {}
}
