// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import java.util.UUID;

/**
 * The right to read a stream: a random token held by one running instance, never by restored state.
 */
public record Lease(UUID token) {
  /** A new lease that no row carries yet. */
  public static Lease random() {
    return new Lease(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return token.toString();
  }
}
