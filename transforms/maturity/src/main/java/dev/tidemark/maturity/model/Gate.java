// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

/** An indicator that must reach a utility before a level is given. */
public record Gate(int level, String indicator, double utility, Kind kind) {
  /** What failing a gate does to a level already held. */
  public enum Kind {
    /** Nothing by itself. */
    KEY,
    /** The level is lost at once. */
    CRITICAL
  }
}
