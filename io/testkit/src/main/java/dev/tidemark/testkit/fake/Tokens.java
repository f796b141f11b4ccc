// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tokens a fake has issued. Safe for use by several threads. */
public final class Tokens {
  private final InstantSource clock;
  private final Duration lifetime;
  private final Map<String, Instant> expiries = new HashMap<>();
  private final Set<String> refused = new HashSet<>();
  private long issued;
  private long reused;

  public Tokens(InstantSource clock, Duration lifetime) {
    this.clock = clock;
    this.lifetime = lifetime;
  }

  /** A new token. */
  public synchronized String issue() {
    String token = "token-" + UUID.randomUUID();
    expiries.put(token, clock.instant().plus(lifetime));
    issued++;
    return token;
  }

  /** Whether a token is one of these and has not expired; remembers what was refused. */
  public synchronized boolean accepts(String token) {
    Instant expiry = expiries.get(token);
    if (expiry != null && clock.instant().isBefore(expiry)) {
      return true;
    }
    countReuse(token);
    return false;
  }

  /** Every token issued so far is expired. */
  public synchronized void expire() {
    expiries.replaceAll((token, expiry) -> Instant.MIN);
  }

  /** How long a new token lasts. */
  public Duration lifetime() {
    return lifetime;
  }

  /** All that were issued: none may ever show. */
  public synchronized Set<String> all() {
    return Set.copyOf(expiries.keySet());
  }

  public synchronized long issued() {
    return issued;
  }

  /** How often one was presented that had been refused before. */
  public synchronized long reused() {
    return reused;
  }

  private void countReuse(String token) {
    if (!refused.add(token)) {
      reused++;
    }
  }
}
