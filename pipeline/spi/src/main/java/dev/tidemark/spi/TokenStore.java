// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import dev.tidemark.spi.options.Secret;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tokens that change with use, such as refresh tokens good for one use only. What it is given
 * is kept durably and encrypted. Safe for use by several threads and processes.
 */
public interface TokenStore {
  /**
   * Replaces what is kept for a credential. Nobody else renews the same credential meanwhile; what
   * the renewal returns is kept durably before this method returns it. If the renewal fails, what
   * was kept stays.
   *
   * @param credential names the credential; never the credential itself
   * @param renewal from what is kept, if anything, to what is to be kept
   */
  Kept renew(String credential, Function<Optional<Kept>, Kept> renewal);

  /**
   * Where nothing can be kept: a renewal is refused before it uses anything up.
   *
   * @param why the beginning of the message
   */
  static TokenStore absent(String why) {
    return (credential, renewal) -> {
      throw ConnectorException.of(
          Category.UNSUPPORTED,
          why
              + ", where a token that changes with use would be lost: add the connector to a"
              + " database, or give it a credential that stays as it is");
    };
  }

  /**
   * What is kept of a rotating token.
   *
   * @param token the newest
   * @param previous the one it replaced, in case the source never learnt of the newest; null where
   *     there was none
   * @param origin fingerprint of the configured token all others descend from
   */
  record Kept(Secret token, @Nullable Secret previous, String origin) {
    public Kept {
      Objects.requireNonNull(token, "token");
      Objects.requireNonNull(origin, "origin");
    }
  }
}
