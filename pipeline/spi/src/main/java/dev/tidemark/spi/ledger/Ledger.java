// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

/**
 * The database that is the only truth, by the questions the pipeline asks of it. Safe for use by
 * several threads. Calls block.
 */
public interface Ledger extends AutoCloseable {
  ConnectorRegistry registry();

  StreamLeases leases();

  StreamStore streams();

  EvidenceStore evidence();

  ScoreStore scores();

  RejectedStore rejected();

  @Override
  void close();
}
