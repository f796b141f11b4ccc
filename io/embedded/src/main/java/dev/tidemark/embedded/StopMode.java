// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

/** How a server is stopped, in pg_ctl's words. */
enum StopMode {
  /** Ends every session, writes everything down. */
  FAST("fast"),
  /** Drops everything; the next start recovers. For data about to be deleted. */
  IMMEDIATE("immediate");

  private final String word;

  StopMode(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
