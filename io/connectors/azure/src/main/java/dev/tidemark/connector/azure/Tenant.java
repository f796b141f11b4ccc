// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.http.Authentication;
import dev.tidemark.http.ClientCredentials;
import dev.tidemark.http.Endpoint;
import dev.tidemark.http.Grant;
import dev.tidemark.http.HttpOptions;
import dev.tidemark.http.HttpService;
import dev.tidemark.http.Limits;
import dev.tidemark.http.ManagedIdentity;
import dev.tidemark.http.TokenEndpoint;
import dev.tidemark.http.TokenSource;
import dev.tidemark.model.Stratum;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tenant as settings describe it.
 *
 * @param environment variables of this process, looked at for a managed identity only
 */
record Tenant(Settings settings, Map<String, String> environment, Limits limits) {
  private static final String PURVIEW = "https://purview.azure.net";
  private static final String STORAGE = "https://storage.azure.com";

  static Tenant of(Settings settings, Map<String, String> environment) {
    return new Tenant(settings, Map.copyOf(environment), HttpOptions.limits(settings));
  }

  /** With at most this much patience. */
  Tenant within(Duration most) {
    return new Tenant(settings, environment, limits.withPatience(most));
  }

  Stratum stratum() {
    return new Stratum("azure://" + settings.require(AzureOptions.TENANT).toLowerCase(Locale.ROOT));
  }

  /** The Resource Manager, through which nearly everything is asked. */
  HttpService openManager() {
    URI address = settings.require(AzureOptions.ADDRESS);
    return open(address, address.toString().replaceFirst("/+$", ""));
  }

  /** The blobs of a storage account. */
  HttpService openBlobs(String account) {
    String address = settings.require(AzureOptions.BLOB_ADDRESS).replace("{account}", account);
    return open(URI.create(address), STORAGE);
  }

  /** The Purview account; empty where none is named. */
  Optional<HttpService> openPurview() {
    return settings.find(AzureOptions.PURVIEW_ADDRESS).map(address -> open(address, PURVIEW));
  }

  private HttpService open(URI address, String resource) {
    return Endpoint.at(address)
        .authenticatedBy(Authentication.token(TokenSource.of(grant(resource))))
        .withAddresses(HttpOptions.addresses(settings))
        .speaking(Failures.dialect())
        .within(limits)
        .open();
  }

  private Grant grant(String resource) {
    return settings.find(AzureOptions.MANAGED_IDENTITY).orElse(false)
        ? machine(resource)
        : ClientCredentials.scoped(endpoint(), resource + "/.default");
  }

  private ManagedIdentity machine(String resource) {
    ManagedIdentity identity = ManagedIdentity.forResource(resource + "/", environment);
    return settings.find(AzureOptions.CLIENT_ID).map(identity::ofClient).orElse(identity);
  }

  /** The vendor documents the client's proof in the form only. */
  private TokenEndpoint endpoint() {
    String path = "/" + settings.require(AzureOptions.TENANT) + "/oauth2/v2.0/token";
    URI address = settings.require(AzureOptions.LOGIN_ADDRESS).resolve(path);
    return TokenEndpoint.at(address)
        .withClientInForm(needed(AzureOptions.CLIENT_ID), needed(AzureOptions.CLIENT_SECRET));
  }

  private <T> T needed(Option<T> option) {
    return settings
        .find(option)
        .orElseThrow(
            () ->
                ConnectorException.of(
                    Category.CONFIG,
                    "option " + option.name() + " is needed: set it, or managed-identity to true"));
  }
}
