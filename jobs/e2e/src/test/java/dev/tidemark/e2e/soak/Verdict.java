// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.soak;

/** What is said of a series. */
enum Verdict {
  /** It does not go up, or by less than anybody would care. */
  STEADY,
  /** It went up, and does not in the second half. */
  LEVELLED,
  /** It goes up. */
  RISING,
  /** There are not enough samples to say. */
  TOO_SHORT,
  /** It is noted and not judged. */
  NOTED
}
