// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.spi.ledger.ConnectorRegistry;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.RejectedStore;
import dev.tidemark.spi.ledger.StreamLeases;
import java.util.function.BooleanSupplier;

/**
 * Who may be read, by whom, and what is to be read again: all that reading asks of a ledger.
 *
 * @param tidying deletes a little of what is too old; says whether there may be more
 * @param closing lets go of it
 */
record Books(
    ConnectorRegistry registry,
    StreamLeases leases,
    RejectedStore rejected,
    BooleanSupplier tidying,
    Runnable closing) {
  static Books of(Ledger ledger) {
    return new Books(
        ledger.registry(), ledger.leases(), ledger.rejected(), ledger::tidy, ledger::close);
  }
}
