// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

/** How sensitive data is. */
public enum Sensitivity {
  /** Anybody may see it. */
  PUBLIC,
  /** The company may see it. */
  INTERNAL,
  /** It is about people, or secret. */
  SENSITIVE,
  /** A law says what may be done with it. */
  REGULATED;

  /** Whether it needs protection. */
  public boolean isSensitive() {
    return this == SENSITIVE || this == REGULATED;
  }
}
