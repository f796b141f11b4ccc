// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.verify;

import dev.tidemark.testkit.stage.Stage;
import java.util.Map;

/** An account at the vendor's: it is read, and left as it is. */
record LiveStage(Map<String, Object> settings) implements Stage {
  @Override
  public Kind kind() {
    return Kind.LIVE;
  }

  /** There is nothing to take away. */
  @Override
  public void close() {}

  /** The settings may hold secrets. */
  @Override
  public String toString() {
    return "a live account";
  }
}
