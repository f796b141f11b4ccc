// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.fake.Answer;
import java.util.Optional;

/** What of the organisation's allocations has been used. Safe for use by several threads. */
final class Usage {
  private static final int STORAGE = 10_240;

  private long most = 100_000;
  private long used;
  private long storageLeft = 7_000;

  /** Counts a request; refuses it where the day's allocation is spent. */
  synchronized Optional<Answer> count() {
    if (used >= most) {
      return Optional.of(exceeded());
    }
    used++;
    return Optional.empty();
  }

  static Answer exceeded() {
    return Json.error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
  }

  /** The answer, with what has been used. */
  synchronized Answer told(Answer answer) {
    return answer.with("Sforce-Limit-Info", "api-usage=%d/%d".formatted(used, most));
  }

  /** So many of so many have been used. */
  synchronized void set(long count, long allocation) {
    used = count;
    most = allocation;
  }

  synchronized void storageLeft(long megabytes) {
    storageLeft = megabytes;
  }

  synchronized ObjectNode limits() {
    ObjectNode limits = Json.object();
    put(limits, "DailyApiRequests", most, most - used);
    put(limits, "DailyBulkV2QueryJobs", 10_000, 10_000);
    put(limits, "DataStorageMB", STORAGE, storageLeft);
    put(limits, "FileStorageMB", STORAGE, 9_000);
    return limits;
  }

  private static void put(ObjectNode limits, String name, long max, long remaining) {
    limits.putObject(name).put("Max", max).put("Remaining", remaining);
  }
}
