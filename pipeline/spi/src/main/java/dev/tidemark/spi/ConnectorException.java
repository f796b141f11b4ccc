// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

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

  private ConnectorException(
      Category category, String message, @Nullable Instant retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.category = Objects.requireNonNull(category, "category");
    this.retryAfter = retryAfter;
  }

  public static ConnectorException of(Category category, String message) {
    return new ConnectorException(category, message, null, null);
  }

  public static ConnectorException of(Category category, String message, Throwable cause) {
    return new ConnectorException(category, message, null, cause);
  }

  /** The source asked to wait; nothing is sent to it before that instant. */
  public static ConnectorException rateLimited(String message, Instant until) {
    return new ConnectorException(Category.RATE_LIMITED, message, until, null);
  }

  public Category category() {
    return category;
  }

  public Optional<Instant> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
