// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.PageDraft;

/**
 * How many rows a statement is asked for. A row that is not wanted takes a place as well, so a page
 * may be full although it holds few records. For one thread.
 */
final class RowLimit {
  private final PageDraft draft;
  private final int rows;
  private int passed;

  RowLimit(PageDraft draft) {
    this.draft = draft;
    this.rows = draft.room();
  }

  int rows() {
    return rows;
  }

  /** A row has been read; answers whether there is room for another. */
  boolean passed() {
    passed++;
    return !isReached();
  }

  /** Whether more may be behind what was read. */
  boolean isReached() {
    return passed >= rows || draft.isFull();
  }
}
