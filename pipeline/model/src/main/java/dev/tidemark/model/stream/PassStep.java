// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

/** Where in a pass over its stream a page stands. */
public enum PassStep {
  /** First of several pages. */
  FIRST,
  /** Neither first nor last. */
  MIDDLE,
  /** Last of several pages: the tail it completes replaces the old one. */
  LAST,
  /** The whole pass in one page. */
  ONLY,
  /** Between two pages and part of no pass: it neither moves the stream nor touches its tail. */
  BESIDE;

  public boolean begins() {
    return this == FIRST || this == ONLY;
  }

  public boolean ends() {
    return this == LAST || this == ONLY;
  }

  /** The step of a page that begins a pass or not, and is followed by more or not. */
  public static PassStep of(boolean begins, boolean ends) {
    if (begins) {
      return ends ? ONLY : FIRST;
    }
    return ends ? LAST : MIDDLE;
  }
}
