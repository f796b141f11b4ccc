// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Two sorted streams as one, read only as far as needed. For one thread. */
final class Merge implements Iterator<ObjectNode> {
  private final Iterator<ObjectNode> one;
  private final Iterator<ObjectNode> other;
  private final Comparator<ObjectNode> order;
  private @Nullable ObjectNode left;
  private @Nullable ObjectNode right;

  private Merge(
      Iterator<ObjectNode> one, Iterator<ObjectNode> other, Comparator<ObjectNode> order) {
    this.one = one;
    this.other = other;
    this.order = order;
    this.left = next(one);
    this.right = next(other);
  }

  static Stream<ObjectNode> of(
      Stream<ObjectNode> one, Stream<ObjectNode> other, Comparator<ObjectNode> order) {
    Merge merged = new Merge(one.iterator(), other.iterator(), order);
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(merged, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  @Override
  public boolean hasNext() {
    return left != null || right != null;
  }

  @Override
  public ObjectNode next() {
    ObjectNode mine = left;
    ObjectNode theirs = right;
    if (mine != null && (theirs == null || order.compare(mine, theirs) <= 0)) {
      left = next(one);
      return mine;
    }
    if (theirs == null) {
      throw new NoSuchElementException();
    }
    right = next(other);
    return theirs;
  }

  private static @Nullable ObjectNode next(Iterator<ObjectNode> rows) {
    return rows.hasNext() ? rows.next() : null;
  }
}
