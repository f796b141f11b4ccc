// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

/** Somebody who reads workloads into PostgreSQL: round after round in one process. */
interface Contestant extends AutoCloseable {
  /** Begins to read the current course; reading goes on in the background until it is stopped. */
  Reading begin(Round round) throws Exception;

  @Override
  void close();

  /** A reading under way. */
  interface Reading {
    /** Ends it; everything read has been written by then. */
    void stop() throws Exception;
  }
}
