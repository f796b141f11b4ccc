// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.access;

import java.time.Instant;

/**
 * A session.
 *
 * @param token what its cookie holds
 * @param until when it ends by itself
 */
public record SignedIn(Person person, Token token, Instant until) {
  /** What a change must be sent with, so that it comes from a page that could read it. */
  public String proof() {
    return token.proof();
  }
}
