// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.spi.options.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a connector shows to be let in: a token, renewed by one thread while others wait. Safe for
 * use by several threads.
 */
final class ExampleSession {
  private final ExampleTokens tokens;
  private final @Nullable Secret credential;
  private @Nullable String token;

  ExampleSession(ExampleTokens tokens, @Nullable Secret credential) {
    this.tokens = tokens;
    this.credential = credential;
  }

  /** Gets in, with a new token where the old one is no longer accepted. */
  synchronized String enter() {
    String held = token;
    if (held == null || !tokens.accepts(held)) {
      held = tokens.issue(credential);
      token = held;
    }
    return held;
  }
}
