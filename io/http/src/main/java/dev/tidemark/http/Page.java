// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.model.Bytes;
import java.util.List;
import java.util.Objects;

/**
 * One page of a listing, whole.
 *
 * @param items its records, each as its own JSON text, exactly as received
 * @param next the place of the next page; empty after the last
 * @param answer head and fields of the page
 */
public record Page(List<Bytes> items, String next, JsonAnswer answer) {
  public Page {
    items = List.copyOf(items);
    Objects.requireNonNull(next, "next");
    Objects.requireNonNull(answer, "answer");
  }

  /** Whether the listing goes on. */
  public boolean hasNext() {
    return !next.isEmpty();
  }
}
