// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import dev.tidemark.model.stream.Cost;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure of a source, classified. The message says what happened, to what, and what to do; it
 * never holds a secret.
 */
public final class ConnectorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Category category;
  private final transient @Nullable Instant retryAfter;
  private final transient @Nullable Cost cost;

  private ConnectorException(
      Category category,
      @Nullable String message,
      @Nullable Instant retryAfter,
      @Nullable Cost cost,
      @Nullable Throwable cause) {
    super(message, cause);
    this.category = Objects.requireNonNull(category, "category");
    this.retryAfter = retryAfter;
    this.cost = cost;
  }

  public static ConnectorException of(Category category, String message) {
    return new ConnectorException(category, message, null, null, null);
  }

  public static ConnectorException of(Category category, String message, Throwable cause) {
    return new ConnectorException(category, message, null, null, cause);
  }

  /** The source asked to wait; nothing is sent to it before that instant. */
  public static ConnectorException rateLimited(String message, Instant until) {
    return new ConnectorException(Category.RATE_LIMITED, message, until, null, null);
  }

  /** The same failure; this was charged for by the source although it brought nothing. */
  public ConnectorException costing(Cost more) {
    ConnectorException copy =
        new ConnectorException(category, getMessage(), retryAfter, cost().plus(more), getCause());
    copy.setStackTrace(getStackTrace());
    return copy;
  }

  public Category category() {
    return category;
  }

  public Optional<Instant> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** What the source charged for the failed attempt. */
  public Cost cost() {
    return cost == null ? Cost.none() : cost;
  }
}
