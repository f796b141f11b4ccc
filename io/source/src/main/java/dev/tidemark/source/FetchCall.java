// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.stream.Lease;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import java.time.Duration;
import java.time.Instant;

/**
 * One fetch under way.
 *
 * @param lease the one it reads under
 * @param turn one of its credential's concurrent requests
 * @param thread the one it runs on
 * @param begun when it began
 * @param deadline how long after that it is given up
 */
record FetchCall(
    OpenConnector open,
    Lease lease,
    FetchRequest request,
    CredentialBudget.Turn turn,
    Thread thread,
    Instant begun,
    Duration deadline) {

  /** When it is given up. */
  Instant due() {
    return begun.plus(deadline);
  }

  /** Asks the source; blocks. */
  Fetched fetch() {
    try {
      Fetched fetched = open.connector().fetch(request);
      open.budget().settle(fetched.volume().calls());
      open.guard().charge(fetched.volume().taken());
      return fetched;
    } catch (ConnectorException failure) {
      open.guard().charge(failure.cost());
      throw failure;
    }
  }
}
