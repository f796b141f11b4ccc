// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import java.util.List;

/**
 * The records a stream could not use and went on without, and those of them that were read again:
 * they move with the stream's cursor, so that each is kept exactly if it was passed over, and
 * counted at most once.
 *
 * @param passed final records that were left out; a source does not show them again
 * @param replays what came of records that had been passed over before
 */
public record Rejections(List<RejectedRecord> passed, List<Replay> replays) {
  private static final Rejections NONE = new Rejections(List.of(), List.of());

  public Rejections {
    passed = List.copyOf(passed);
    replays = List.copyOf(replays);
  }

  public static Rejections none() {
    return NONE;
  }

  public boolean isEmpty() {
    return passed.isEmpty() && replays.isEmpty();
  }
}
