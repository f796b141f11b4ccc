// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Listings;

/** The account as the connector holds it from fetch to fetch. Safe for use by several threads. */
record Platform(Account account, Clients clients, Scope scope, Listings listings) {
  Failures failures() {
    return new Failures(account);
  }
}
