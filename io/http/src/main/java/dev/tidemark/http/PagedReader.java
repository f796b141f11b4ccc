// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.model.Bytes;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A listing: the call for its first page, how it goes on, and where its records stand. Immutable.
 *
 * @param items JSON pointer of the array of records
 */
public record PagedReader(Call first, Paging paging, String items) {
  public PagedReader {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(paging, "paging");
    Objects.requireNonNull(items, "items");
  }

  /** The page at a place. */
  public Page page(Conversation conversation, String place) {
    return conversation.page(first, paging, place, items);
  }

  /** Every record of every page, in order, one page in memory at a time. */
  public void forEach(Conversation conversation, Consumer<Bytes> record) {
    Page page = page(conversation, "");
    page.items().forEach(record);
    while (page.hasNext()) {
      page = page(conversation, page.next());
      page.items().forEach(record);
    }
  }
}
