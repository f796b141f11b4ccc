// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

/** The shape of a metric's points; it decides how points of one window merge. */
public enum MetricKind {
  /** A value at an instant; the newest one stands for its window. */
  GAUGE(WindowClass.LAST),
  /** An amount of something that happened in an interval; amounts add. */
  SUM(WindowClass.SUM),
  /** A numerator with its denominator; both add, the quotient is formed last. */
  RATIO(WindowClass.RATIO),
  /** Durations or sizes of single things; merged as a quantile sketch. */
  HISTOGRAM(WindowClass.QUANTILE),
  /** Identities of which only the number of different ones matters; merged as a set sketch. */
  SKETCH(WindowClass.DISTINCT),
  /** Facts about one subject; the last write wins, no window. */
  STATE(WindowClass.NONE),
  /** A sign of life; the newest one stands for its window. */
  HEARTBEAT(WindowClass.LAST),
  /** A signed human statement with an expiry; no window. */
  ATTESTATION(WindowClass.NONE);

  private final WindowClass windowClass;

  MetricKind(WindowClass windowClass) {
    this.windowClass = windowClass;
  }

  /** How points of this kind merge within a window. */
  public WindowClass windowClass() {
    return windowClass;
  }
}
