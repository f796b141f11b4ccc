// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

/** What kind of failure it was; it alone drives retry. */
public enum Category {
  /** The settings are wrong: stays so until they change. */
  CONFIG("bad_request", Retry.SLOWLY),
  /** The credential was not accepted. */
  AUTH("auth_failed", Retry.SLOWLY),
  /** The credential lacks a permission. */
  PERMISSION("permission_denied", Retry.SLOWLY),
  /** What was asked for does not exist. */
  NOT_FOUND("not_found", Retry.SLOWLY),
  /** The source asks to wait, often until a stated time. */
  RATE_LIMITED("rate_limited", Retry.WHEN_TOLD),
  /** The network or the source failed for now. */
  TRANSIENT("connection_failed", Retry.SOON),
  /** The source answered something that cannot be understood. */
  DATA("internal_error", Retry.SLOWLY),
  /** The source or the server cannot do what was asked. */
  UNSUPPORTED("unsupported", Retry.SLOWLY),
  /** A defect of the connector. */
  INTERNAL("internal_error", Retry.SLOWLY);

  /** How a failed stream is tried again. */
  public enum Retry {
    /** Exponential backoff from seconds. */
    SOON,
    /** Exponential backoff from minutes. */
    SLOWLY,
    /** Not before the stated time. */
    WHEN_TOLD
  }

  private final String code;
  private final Retry retry;

  Category(String code, Retry retry) {
    this.code = code;
    this.retry = retry;
  }

  /** The stable code shown to people and machines. */
  public String code() {
    return code;
  }

  public Retry retry() {
    return retry;
  }
}
