// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.spi.ledger.LedgerAccess;

/** The books kept in the database. */
record LedgerBooks(LedgerAccess ledger) implements BooksAccess {
  @Override
  public Books open() {
    return Books.of(ledger.open());
  }
}
