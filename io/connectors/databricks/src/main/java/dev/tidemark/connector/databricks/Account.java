// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.http.Authentication;
import dev.tidemark.http.AuthenticationOptions;
import dev.tidemark.http.ClientCredentials;
import dev.tidemark.http.Endpoint;
import dev.tidemark.http.HttpOptions;
import dev.tidemark.http.HttpService;
import dev.tidemark.http.Limits;
import dev.tidemark.http.TokenSource;
import dev.tidemark.model.Stratum;
import dev.tidemark.spi.options.Settings;
import java.net.URI;
import java.time.Duration;

/** The workspace as settings describe it. */
record Account(Settings settings) {
  private static final String EVERYTHING = "all-apis";

  URI address() {
    return settings.require(DatabricksOptions.ADDRESS);
  }

  String warehouse() {
    return settings.require(DatabricksOptions.WAREHOUSE);
  }

  /** Named by its host, as vendors' tools and lineage name workspaces. */
  Stratum stratum() {
    String port = address().getPort() < 0 ? "" : ":" + address().getPort();
    return new Stratum("databricks://" + address().getHost() + port);
  }

  /** The vendor counts requests by workspace, whoever makes them. */
  String budgetKey() {
    return stratum().urn();
  }

  HttpService open() {
    return open(HttpOptions.limits(settings));
  }

  /** For a check, which must end in time. */
  HttpService open(Duration patience) {
    return open(Limits.standard().withPatience(patience));
  }

  private HttpService open(Limits limits) {
    return Endpoint.at(address())
        .authenticatedBy(authentication())
        .withAddresses(HttpOptions.addresses(settings))
        .speaking(Failures.dialect())
        .within(limits)
        .open();
  }

  private Authentication authentication() {
    return settings
        .find(DatabricksOptions.TOKEN)
        .map(Authentication::bearer)
        .orElseGet(() -> Authentication.token(TokenSource.of(grant())));
  }

  private ClientCredentials grant() {
    URI endpoint = address().resolve("/oidc/v1/token");
    return ClientCredentials.scoped(AuthenticationOptions.client(endpoint, settings), EVERYTHING);
  }
}
