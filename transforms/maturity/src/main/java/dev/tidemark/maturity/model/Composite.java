// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** A published score over some of the dimensions, their weights renormalised. */
public record Composite(String id, String title, SortedSet<String> dimensions) {
  /** The id of the composite over all dimensions. */
  public static final String OVERALL = "overall";

  public Composite {
    dimensions = Collections.unmodifiableSortedSet(new TreeSet<>(dimensions));
  }

  /** The composite over all dimensions. */
  public static Composite overall(Collection<String> dimensions) {
    return new Composite(OVERALL, "Overall maturity", new TreeSet<>(dimensions));
  }
}
