// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.options.Secret;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Tokens a scripted account hands out for a credential. Where it demands none, any token will do.
 * Safe for use by several threads.
 */
public final class ExampleTokens {
  private final Set<String> valid = ConcurrentHashMap.newKeySet();
  private final Set<String> all = ConcurrentHashMap.newKeySet();
  private final AtomicLong issued = new AtomicLong();
  private final AtomicLong expirations = new AtomicLong();
  private volatile @Nullable Secret demanded;
  private volatile boolean losing;

  ExampleTokens() {}

  /** Only who knows the credential gets a token from now on. */
  public void demand(Secret credential) {
    demanded = credential;
  }

  /** Every token issued so far is refused from now on. */
  public void expire() {
    expirations.incrementAndGet();
    valid.clear();
  }

  /** How often they were refused so. */
  public long expirations() {
    return expirations.get();
  }

  /** The next answer to a request for a token is lost. */
  public void loseNext() {
    losing = true;
  }

  /** How many were issued. */
  public long issued() {
    return issued.get();
  }

  /** Every token issued. */
  public Set<String> all() {
    return Set.copyOf(all);
  }

  /** A token for a credential. */
  String issue(@Nullable Secret credential) {
    Secret expected = demanded;
    if (expected != null && !Objects.equals(expected, credential)) {
      throw ConnectorException.of(
          Category.AUTH,
          "the example account did not accept the credential: correct the option token");
    }
    String token = "example-token-" + UUID.randomUUID();
    valid.add(token);
    all.add(token);
    issued.incrementAndGet();
    if (losing) {
      losing = false;
      throw ConnectorException.of(
          Category.TRANSIENT, "the answer with the new token was lost: it is asked for again");
    }
    return token;
  }

  /** Whether a token is accepted. */
  boolean accepts(String token) {
    return demanded == null || valid.contains(token);
  }
}
