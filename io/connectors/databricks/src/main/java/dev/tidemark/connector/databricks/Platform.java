// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.authoring.Listings;
import dev.tidemark.authoring.Room;
import dev.tidemark.http.HttpService;
import java.time.Duration;

/**
 * The workspace as the connector holds it from fetch to fetch. Safe for use by several threads.
 *
 * @param cancelling the same workspace with less patience, for what must not take long
 */
record Platform(
    Account account,
    HttpService service,
    HttpService cancelling,
    Scope scope,
    Listings listings,
    Results results,
    Visible visible)
    implements AutoCloseable {
  private static final Duration IMPATIENT = Duration.ofSeconds(1);

  static Platform of(Account account, HttpService service) {
    return new Platform(
        account,
        service,
        account.open(IMPATIENT),
        Scope.of(account.settings()),
        new Listings(),
        new Results(Room.shared()),
        new Visible());
  }

  /** The same, keeping results elsewhere. */
  Platform with(Results other) {
    return new Platform(account, service, cancelling, scope, listings, other, visible);
  }

  @Override
  public void close() {
    service.close();
    cancelling.close();
    results.close();
  }
}
