// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.authoring.Listings;
import dev.tidemark.http.HttpService;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The subscriptions as the connector holds them from fetch to fetch. Safe for use by several
 * threads.
 *
 * @param blobs by storage account, each opened when it is first asked
 * @param shared what items of a pass have in common
 */
record Platform(
    Tenant tenant,
    HttpService manager,
    Optional<HttpService> purview,
    Map<String, HttpService> blobs,
    Scope scope,
    Listings listings,
    Listings shared,
    Slices slices)
    implements AutoCloseable {
  static Platform of(Tenant tenant) {
    return new Platform(
        tenant,
        tenant.openManager(),
        tenant.openPurview(),
        new ConcurrentHashMap<>(),
        Scope.of(tenant.settings()),
        new Listings(),
        new Listings(),
        new Slices());
  }

  HttpService blobsOf(String account) {
    return blobs.computeIfAbsent(account, tenant::openBlobs);
  }

  @Override
  public void close() {
    manager.close();
    purview.ifPresent(HttpService::close);
    blobs.values().forEach(HttpService::close);
  }
}
