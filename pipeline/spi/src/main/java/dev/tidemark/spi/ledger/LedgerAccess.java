// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

import java.io.Serializable;

/**
 * How a running instance reaches the ledger: travels with the job, so it holds references to
 * secrets rather than secrets where it can.
 */
public interface LedgerAccess extends Serializable {
  /**
   * The ledger, connected lazily. Instances in one JVM share its connections; each closes what it
   * opened.
   */
  Ledger open();
}
