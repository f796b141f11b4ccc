// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import org.jspecify.annotations.Nullable;

/**
 * The keys a snapshot page speaks for, by unsigned byte order of their UTF-8 form: whatever the
 * stream had in it and the page does not name is gone.
 *
 * @param after exclusive lower end, null from the beginning
 * @param through inclusive upper end, null to the end
 */
public record KeyRange(@Nullable String after, @Nullable String through) {
  private static final KeyRange ALL = new KeyRange(null, null);

  /** Every key: the page is the whole snapshot. */
  public static KeyRange all() {
    return ALL;
  }
}
