// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

/** What goes on beside a run, and ends before the database does. */
interface Beside extends AutoCloseable {
  /** Nothing. */
  Beside NOTHING =
      new Beside() {
        @Override
        public void begin() {}

        @Override
        public void close() {}
      };

  /** Begins, in threads of its own. */
  void begin();

  @Override
  void close();
}
