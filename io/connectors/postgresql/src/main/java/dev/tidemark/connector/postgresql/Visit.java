// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.Spending;
import dev.tidemark.model.stream.Cost;

/** The server during one fetch: it counts what is asked. For one thread. */
final class Visit implements Spending {
  private final Server server;
  private long calls;

  Visit(Server server) {
    this.server = server;
  }

  Server server() {
    return server;
  }

  void countCall() {
    calls++;
  }

  @Override
  public long calls() {
    return calls;
  }

  /** A server charges nothing. */
  @Override
  public Cost cost() {
    return Cost.none();
  }
}
