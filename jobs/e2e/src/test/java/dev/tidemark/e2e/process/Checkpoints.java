// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.process;

import java.util.Random;

/** What becomes of Flink's checkpoints between two lives of a process. */
enum Checkpoints {
  KEPT,
  DELETED,
  /** Now this, now that. */
  EITHER;

  boolean areDeleted(Random random) {
    return this == DELETED || (this == EITHER && random.nextBoolean());
  }
}
