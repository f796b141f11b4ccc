// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How a scripted account lets itself be asked: who may ask, for what, how often, and whether its
 * answers lead elsewhere. Open to everybody until told otherwise. Safe for use by several threads.
 */
public final class ExampleGate {
  private final ExampleTokens tokens = new ExampleTokens();
  private final Set<String> closed = new ConcurrentSkipListSet<>();
  private final AtomicLong refused = new AtomicLong();
  private final List<String> abroad = new CopyOnWriteArrayList<>();
  private volatile boolean unreachable;
  private volatile boolean leadingAbroad;
  private volatile @Nullable Instant blockedUntil;

  ExampleGate() {}

  /** The tokens it issues for the credential it demands. */
  public ExampleTokens tokens() {
    return tokens;
  }

  /** Nobody answers, until {@link #answer}. */
  public void hangUp() {
    unreachable = true;
  }

  /** Somebody answers again. */
  public void answer() {
    unreachable = false;
  }

  /** A stream may not be read any more, until {@link #permit}. */
  public void forbid(String stream) {
    closed.add(stream);
  }

  /** A stream may be read again. */
  public void permit(String stream) {
    closed.remove(stream);
  }

  /** The streams that may not be read. */
  public Set<String> forbidden() {
    return new TreeSet<>(closed);
  }

  /** Every request is refused, asking to wait until then, until {@link #calm}. */
  public void block(Instant until) {
    blockedUntil = until;
  }

  /** Requests are answered again. */
  public void calm() {
    blockedUntil = null;
  }

  /** How many requests were asked to wait. */
  public long refused() {
    return refused.get();
  }

  /** Answers lead to another host, until {@link #leadHome}. */
  public void leadAbroad() {
    leadingAbroad = true;
  }

  /** Answers stay at home again. */
  public void leadHome() {
    leadingAbroad = false;
  }

  /** Whether answers lead to another host. */
  public boolean leadsAbroad() {
    return leadingAbroad;
  }

  /** The other host is sent something. */
  public void sendAbroad(String request) {
    abroad.add(request);
  }

  /** What the other host was sent. */
  public List<String> receivedAbroad() {
    return abroad;
  }

  /** Somebody must answer. */
  void requireReachable() {
    if (unreachable) {
      throw ConnectorException.of(
          Category.TRANSIENT,
          "nobody answers at the example account: check that it is switched on");
    }
  }

  /** Nobody must have been asked to wait. */
  void requireCalm() {
    Instant until = blockedUntil;
    if (until != null) {
      refused.incrementAndGet();
      throw ConnectorException.rateLimited(
          "the example account asks to wait until " + until + ": reading goes on then", until);
    }
  }

  /** A stream must be open to readers. */
  void requirePermission(String stream) {
    if (closed.contains(stream)) {
      throw ConnectorException.of(
          Category.PERMISSION, "stream '" + stream + "' may not be read: permit it");
    }
  }
}
