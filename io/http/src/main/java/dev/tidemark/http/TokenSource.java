// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.options.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The current token of one credential: obtained when first needed, renewed a little before it
 * expires by whoever comes first, while others go on with the one they have. Safe for use by
 * several threads.
 */
public final class TokenSource {
  private static final Duration LONGEST_MARGIN = Duration.ofMinutes(5);

  private final Grant grant;
  private final ReentrantLock renewal = new ReentrantLock();
  private volatile @Nullable Token token;

  private TokenSource(Grant grant) {
    this.grant = Objects.requireNonNull(grant, "grant");
  }

  public static TokenSource of(Grant grant) {
    return new TokenSource(grant);
  }

  /** A token that is good now. */
  public Token current(Conversation conversation) {
    Token known = token;
    Instant now = conversation.now();
    if (known == null || hasExpired(known, now)) {
      return awaited(conversation);
    }
    return isDue(known, now) && renewal.tryLock() ? renewedEarly(known, conversation) : known;
  }

  /** Forgets the token if it is one of those that were refused. */
  void forget(Predicate<Secret> refused) {
    Token known = token;
    if (known != null && refused.test(known.value())) {
      token = null;
    }
  }

  List<Secret> secrets() {
    Token known = token;
    Stream<Secret> current = known == null ? Stream.of() : Stream.of(known.value());
    return Stream.concat(grant.secrets().stream(), current).toList();
  }

  private Token awaited(Conversation conversation) {
    try {
      renewal.lockInterruptibly();
    } catch (InterruptedException interruption) {
      throw Faults.interrupted("waiting for a token");
    }
    return renewed(conversation);
  }

  /** Holds the lock: where renewing fails for now, the token at hand is still good. */
  private Token renewedEarly(Token known, Conversation conversation) {
    try {
      return renewed(conversation);
    } catch (ConnectorException failure) {
      if (Dialect.mayPass(failure.category())) {
        return known;
      }
      throw failure;
    }
  }

  /** Holds the lock: renews unless somebody else just did, and lets go. */
  private Token renewed(Conversation conversation) {
    try {
      Token known = token;
      if (known == null || isDue(known, conversation.now())) {
        known = grant.obtain(conversation);
        token = known;
      }
      return known;
    } finally {
      renewal.unlock();
    }
  }

  private static boolean hasExpired(Token token, Instant now) {
    Instant expires = token.expires();
    return expires != null && !now.isBefore(expires);
  }

  /** Within the last tenth of its life, at most five minutes. */
  private static boolean isDue(Token token, Instant now) {
    Instant expires = token.expires();
    if (expires == null) {
      return false;
    }
    Duration tenth = Duration.between(token.obtained(), expires).dividedBy(10);
    Duration margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
    return !now.isBefore(expires.minus(margin));
  }
}
