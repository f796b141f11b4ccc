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

  BackcastStore backcasts();

  RejectedStore rejected();

  /**
   * Deletes a little of what is kept longer than it has to be, once a day; asked now and then by a
   * running job. A ledger that keeps everything does nothing.
   *
   * @return whether there may be more to do at once
   */
  default boolean tidy() {
    return false;
  }

  @Override
  void close();
}
