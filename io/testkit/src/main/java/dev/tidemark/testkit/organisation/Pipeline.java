// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Something that makes data from data on a schedule.
 *
 * @param index from 0 in its account
 * @param name unique in its account
 * @param operator the service that runs it
 * @param period between two starts
 * @param since its first start
 * @param isFragile whether outages hit it
 */
public record Pipeline(
    Platform platform,
    int index,
    String name,
    Person operator,
    Duration period,
    Instant since,
    Trigger trigger,
    boolean isProduction,
    boolean isFragile,
    List<Asset> reads,
    List<Asset> writes) {
  public Pipeline {
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(operator, "operator");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(trigger, "trigger");
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
  }

  /** What starts it. */
  public enum Trigger {
    /** The clock. */
    SCHEDULE,
    /** A file or message that arrives. */
    EVENT,
    /** A person. */
    MANUAL
  }
}
