// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One page of a list.
 *
 * @param items at most as many as asked for
 * @param next where the next page begins
 * @param more whether there is a next page
 */
public record Slice<T>(List<T> items, long next, boolean more) {
  public Slice {
    items = List.copyOf(items);
  }

  /**
   * Cuts a page out of all there is.
   *
   * @param all in the order they are listed in; read only as far as needed
   * @param offset how many come before the page
   * @param limit how many the page may hold
   */
  public static <T> Slice<T> of(Stream<T> all, long offset, int limit) {
    List<T> found = all.skip(offset).limit(limit + 1L).toList();
    boolean more = found.size() > limit;
    List<T> items = more ? found.subList(0, limit) : found;
    return new Slice<>(items, offset + items.size(), more);
  }

  /** The same with other items, one for each. */
  public <R> Slice<R> map(Function<T, R> form) {
    return new Slice<>(items.stream().map(form).toList(), next, more);
  }
}
