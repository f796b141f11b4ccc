// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.spi.TokenStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tokens kept as long as this is: what an account's connectors, one after another, hand to each
 * other. Safe for use by several threads.
 */
public final class InMemoryTokens implements TokenStore {
  private final Map<String, Kept> kept = new HashMap<>();

  @Override
  public synchronized Kept renew(String credential, Function<Optional<Kept>, Kept> renewal) {
    Kept renewed = renewal.apply(Optional.ofNullable(kept.get(credential)));
    kept.put(credential, renewed);
    return renewed;
  }
}
