// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.stream.Rejections;
import dev.tidemark.model.stream.Replay;
import java.util.ArrayList;
import java.util.List;

/**
 * What one stream passed over or read again since its last commit. Not safe for use by several
 * threads.
 */
final class StreamRejections {
  /**
   * Rejected records are kept whole, so their bytes are what a commit must not hold too many of.
   */
  private static final long LARGE_COMMIT = 4L << 20;

  private final List<RejectedRecord> passed = new ArrayList<>();
  private final List<Replay> replays = new ArrayList<>();
  private long bytes;

  void add(Rejections page) {
    passed.addAll(page.passed());
    replays.addAll(page.replays());
    for (RejectedRecord record : page.passed()) {
      bytes += record.payload().length();
    }
  }

  boolean isEmpty() {
    return passed.isEmpty() && replays.isEmpty();
  }

  /** Whether what waits should not wait any longer. */
  boolean isFull() {
    return bytes >= LARGE_COMMIT;
  }

  /** What is to be committed; asking again brings only what came since. */
  Rejections take() {
    Rejections taken = new Rejections(passed, replays);
    passed.clear();
    replays.clear();
    bytes = 0;
    return taken;
  }
}
