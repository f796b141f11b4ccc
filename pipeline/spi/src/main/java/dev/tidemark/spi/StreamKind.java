// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

/** What the changes of a stream mean. */
public enum StreamKind {
  /** Every pass shows everything there is; what a pass does not show is gone. */
  SNAPSHOT,
  /** Records are added and never change. */
  APPEND,
  /** Records are added and change. */
  UPSERT,
  /** Records are added, change and are deleted. */
  UPSERT_WITH_DELETES
}
