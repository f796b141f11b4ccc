// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

/**
 * What a connector type may be able to do beyond the minimum. Declared must work, undeclared must
 * refuse.
 */
public enum Capability {
  /** Deletions at the source arrive as deletions. */
  DELETES,
  /** Rows that show late or change after first sight are handled by a provisional tail. */
  PROVISIONAL_TAIL,
  /** History from before the connection can be read. */
  BACKFILL
}
