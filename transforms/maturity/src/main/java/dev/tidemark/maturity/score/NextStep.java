// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

/**
 * Something that would raise the score.
 *
 * @param action what kind of thing
 * @param coordinate where
 * @param target the utility to reach
 * @param targetRaw the raw value that has it, in the indicator's unit
 * @param gain by how much the maturity would rise, found by computing the score again
 */
public record NextStep(
    Action action, Coordinate coordinate, double target, double targetRaw, double gain) {
  /** Kinds of steps. */
  public enum Action {
    /** Reach the next anchor, with full evidence. */
    IMPROVE,
    /** Let the stratum be seen; the gain is that of being observed at a utility of 0.6. */
    OBSERVE,
    /** Bring back a source that has fallen silent. */
    RECONNECT
  }
}
