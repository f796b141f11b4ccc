// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.http.AuthenticationOptions;
import dev.tidemark.http.HttpOptions;
import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Options;
import dev.tidemark.spi.options.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What can be told to the connector. */
final class DatabricksOptions {
  static final Option<URI> ADDRESS =
      HttpOptions.ADDRESS
          .describedAs("Address of the workspace, such as https://dbc-a1b2.cloud.databricks.com.")
          .required();
  static final Option<String> WAREHOUSE =
      Option.text("warehouse-id", "[0-9A-Za-z_-]{1,64}", "letters, digits, - and _")
          .describedAs("The SQL warehouse statements run on; best a small serverless one.")
          .required();
  static final Option<String> CLIENT_ID =
      AuthenticationOptions.CLIENT_ID.describedAs("Application id of a service principal.");
  static final Option<Secret> CLIENT_SECRET =
      AuthenticationOptions.CLIENT_SECRET.describedAs("An OAuth secret of the service principal.");
  static final Option<Secret> TOKEN =
      AuthenticationOptions.TOKEN.describedAs(
          "A personal access token, where OAuth cannot be used.");
  static final Option<List<String>> CATALOGS =
      Option.texts("catalogs")
          .describedAs("Catalogs to read, with * and ? as wildcards; case does not matter.")
          .orElse(List.of("*"));
  static final Option<List<String>> EXCLUDED_CATALOGS =
      Option.texts("exclude-catalogs")
          .describedAs("Catalogs to leave out, with * and ? as wildcards.")
          .orElse(List.of("system", "samples", "__databricks_internal*"));
  static final Option<List<String>> WORKSPACES =
      Option.texts("workspaces")
          .describedAs(
              "Ids of the workspaces to count jobs, statements, logins and costs of; without any,"
                  + " all that the region's system tables know, and all of the account for costs.");
  static final Option<List<String>> CLASS_TAGS =
      Option.texts("class-tags")
          .describedAs("Tags that say how sensitive a table or column is, in small letters.")
          .orElse(
              List.of("data-classification", "data_classification", "sensitivity", "data_class"));
  static final Option<List<String>> SENSITIVE =
      Option.texts("sensitive-values")
          .describedAs("Values of such a tag that mean sensitive, in small letters.")
          .orElse(List.of("sensitive", "confidential", "restricted", "secret", "pii"));
  static final Option<List<String>> REGULATED =
      Option.texts("regulated-values")
          .describedAs("Values of such a tag that mean regulated, in small letters.")
          .orElse(List.of("regulated", "phi", "pci", "hipaa", "gdpr"));
  static final Option<List<String>> RETENTION_TAGS =
      Option.texts("retention-tags")
          .describedAs("Tags that say how long data is kept, in small letters.")
          .orElse(List.of("retention", "retention_policy"));
  static final Option<List<String>> COST_TAGS =
      Option.texts("cost-tags")
          .describedAs("Custom tags of compute that say who pays for it, as they are written.")
          .orElse(List.of("team", "owner", "cost-center", "cost_center", "project"));
  static final Option<List<String>> PRODUCTION_ALIASES =
      Option.texts("production-aliases")
          .describedAs("Aliases of model versions that mean production, in small letters.")
          .orElse(List.of("champion", "production", "prod"));
  static final Option<Duration> HISTORY =
      Option.duration("history", Duration.ofDays(1), Duration.ofDays(365))
          .describedAs("How far back a first pass reads.")
          .orElse(Duration.ofDays(30));
  static final Option<Boolean> WAKE =
      Option.flag("wake-warehouse")
          .describedAs(
              "Whether a statement may start a stopped warehouse; otherwise streams wait until"
                  + " somebody else has.")
          .orElse(true);
  static final Option<Integer> PAGE_SIZE = HttpOptions.pageSize(10_000, 2_000);

  static final Options ALL =
      Options.of(
              ADDRESS,
              WAREHOUSE,
              CLIENT_ID,
              CLIENT_SECRET,
              TOKEN,
              CATALOGS,
              EXCLUDED_CATALOGS,
              WORKSPACES,
              CLASS_TAGS,
              SENSITIVE,
              REGULATED,
              RETENTION_TAGS,
              COST_TAGS,
              PRODUCTION_ALIASES,
              HISTORY,
              WAKE,
              PAGE_SIZE,
              HttpOptions.REQUEST_TIMEOUT,
              HttpOptions.ALLOW_PRIVATE_ADDRESSES)
          .oneOf(CLIENT_ID, TOKEN)
          .bundled(CLIENT_ID, CLIENT_SECRET);

  private DatabricksOptions() {}
}
