// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.authoring.TagOptions;
import dev.tidemark.http.AuthenticationOptions;
import dev.tidemark.http.HttpOptions;
import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Options;
import dev.tidemark.spi.options.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What can be told to the connector. */
final class AzureOptions {
  static final Option<String> TENANT =
      Option.text("tenant-id", "[0-9A-Za-z.-]{1,253}", "a tenant's id or domain")
          .describedAs("The Microsoft Entra tenant the subscriptions belong to.")
          .required();
  static final Option<String> CLIENT_ID =
      AuthenticationOptions.CLIENT_ID.describedAs(
          "Application id of the app registration, or of a managed identity assigned by a user.");
  static final Option<Secret> CLIENT_SECRET =
      AuthenticationOptions.CLIENT_SECRET.describedAs("A client secret of the app registration.");
  static final Option<Boolean> MANAGED_IDENTITY =
      Option.flag("managed-identity")
          .describedAs(
              "Take the identity of the machine Tidemark runs on; only then is the machine's"
                  + " identity endpoint asked.");
  static final Option<List<String>> SUBSCRIPTIONS =
      Option.texts("subscriptions")
          .describedAs("Ids of the subscriptions to read; without any, all that can be seen.");
  static final Option<List<String>> STORAGE_ACCOUNTS =
      Option.texts("storage-accounts")
          .describedAs("Storage accounts to read, with * and ? as wildcards.")
          .orElse(List.of("*"));
  static final Option<List<String>> EXCLUDED_STORAGE_ACCOUNTS =
      Option.texts("exclude-storage-accounts")
          .describedAs("Storage accounts to leave out, with * and ? as wildcards.");
  static final Option<List<String>> LISTED =
      Option.texts("list-blobs-of")
          .describedAs(
              "Containers whose blobs are listed one by one, as account/container with * and ? as"
                  + " wildcards; one request for every five thousand blobs.");
  static final Option<String> COST_TAG =
      Option.text("cost-tag")
          .describedAs(
              "The tag that says who pays; without it, whether somebody does is not told.");
  static final Option<Duration> HISTORY =
      Option.duration("history", Duration.ofDays(1), Duration.ofDays(45))
          .describedAs("How far back runs and costs are read when they are first read.")
          .orElse(Duration.ofDays(28));
  static final Option<URI> ADDRESS =
      HttpOptions.ADDRESS
          .describedAs("Address of the Resource Manager; another one for a national cloud.")
          .orElse(URI.create("https://management.azure.com"));
  static final Option<URI> LOGIN_ADDRESS =
      Option.uri("login-address", "https", "http")
          .describedAs("Address that issues tokens; another one for a national cloud.")
          .orElse(URI.create("https://login.microsoftonline.com"));
  static final Option<String> BLOB_ADDRESS =
      Option.text(
              "blob-address",
              "https?://[^?#\\s]*\\{account\\}[^?#\\s]*",
              "an address such as https://{account}.blob.core.windows.net")
          .describedAs("Where blobs are listed; {account} stands for the storage account.")
          .orElse("https://{account}.blob.core.windows.net");
  static final Option<URI> PURVIEW_ADDRESS =
      Option.uri("purview-address", "https", "http")
          .describedAs(
              "Address of a Purview account, such as https://acme.purview.azure.com; without it"
                  + " Purview is not asked.");
  static final Option<Integer> PAGE_SIZE = HttpOptions.pageSize(10_000, 500);

  static final Options ALL =
      Options.of(
              TENANT,
              CLIENT_ID,
              CLIENT_SECRET,
              MANAGED_IDENTITY,
              SUBSCRIPTIONS,
              STORAGE_ACCOUNTS,
              EXCLUDED_STORAGE_ACCOUNTS,
              LISTED,
              TagOptions.OWNER,
              TagOptions.CLASS,
              TagOptions.SENSITIVE,
              TagOptions.REGULATED,
              TagOptions.DESCRIPTION,
              TagOptions.STAGE,
              TagOptions.EXPOSURE_APPROVAL,
              COST_TAG,
              HISTORY,
              PURVIEW_ADDRESS,
              ADDRESS,
              LOGIN_ADDRESS,
              BLOB_ADDRESS,
              PAGE_SIZE,
              HttpOptions.REQUEST_TIMEOUT,
              HttpOptions.ALLOW_PRIVATE_ADDRESSES)
          .oneOf(CLIENT_SECRET, MANAGED_IDENTITY)
          .requires(CLIENT_SECRET, CLIENT_ID);

  private AzureOptions() {}
}
