// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.stage;

import java.util.Set;

/** New records appear. Needed by every fake. */
public interface RecordScenes extends Scenes {
  /**
   * A stream has that many more records, as new as the clock, each with a cursor value of its own
   * where the source allows, and each field of the schema not null in at least one of them.
   */
  Played add(String stream, int count);

  /** Fields of a stream the account cannot fill, whatever is added. */
  default Set<String> leftEmpty(String stream) {
    return Set.of();
  }

  /** A stream has that many more records that share one cursor value, as new as the clock. */
  Played addTied(String stream, int count);
}
