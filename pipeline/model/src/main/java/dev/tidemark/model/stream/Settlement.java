// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

/** Whether a change is final at its source. */
public enum Settlement {
  /** Counted once and for good: the source will neither change it nor show an older one. */
  SETTLED,
  /** Part of the tail, read again by every pass and replaced whole by the last page of a pass. */
  PROVISIONAL
}
