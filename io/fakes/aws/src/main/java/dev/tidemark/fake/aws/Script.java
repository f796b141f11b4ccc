// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import java.time.Instant;

/** How a record of a stream is made, changed and taken away, known by its number. */
record Script(Step made, Step changed, Step removed) {
  /** Something done to the account's world. */
  @FunctionalInterface
  interface Step {
    /**
     * Does it.
     *
     * @param number of the record
     * @param at when it happens
     */
    void play(World world, long number, Instant at);
  }

  /** Of a log: nothing is taken away. */
  static Script of(Step made, Step changed) {
    return new Script(made, changed, (world, number, at) -> {});
  }
}
