// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.stream.KeptRecord;
import dev.tidemark.model.stream.RejectedRecord;
import java.util.UUID;

/**
 * A rejected record as it is kept.
 *
 * @param times how often it was passed over; 0 where its source shows it again
 * @param request the request to read it again that waits; 0 for none
 */
record DeadLetter(UUID id, RejectedRecord rejected, long times, long request) {
  static DeadLetter shownAgain(UUID id, RejectedRecord rejected) {
    return new DeadLetter(id, rejected, 0, 0);
  }

  KeptRecord record() {
    return new KeptRecord(id, request, times);
  }

  boolean waits() {
    return request > 0;
  }

  DeadLetter passed() {
    return new DeadLetter(id, rejected, times + 1, request);
  }

  DeadLetter asked(long by) {
    return new DeadLetter(id, rejected, times, by);
  }

  /** Read again: it counts so many times, or not at all for a reason. */
  DeadLetter answered(long counted, String reason) {
    RejectedRecord now =
        new RejectedRecord(
            rejected.stream(),
            rejected.connectorType(),
            rejected.key(),
            reason,
            rejected.payload(),
            rejected.observedAt());
    return new DeadLetter(id, now, times - counted, 0);
  }
}
