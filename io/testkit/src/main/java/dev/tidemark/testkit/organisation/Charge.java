// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an hour of something cost.
 *
 * @param resource what it was paid for, such as a warehouse; stable over time
 * @param service the kind of thing: {@code compute}, {@code storage} or {@code ai}
 * @param dollars in US dollars
 * @param idle how many of them for something that ran and did nothing
 * @param team who pays; null where nobody was named
 */
public record Charge(
    String id,
    Instant begun,
    double lateness,
    String resource,
    String service,
    double dollars,
    double idle,
    @Nullable Team team)
    implements Happening {
  public Charge {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(begun, "begun");
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(service, "service");
  }

  @Override
  public Instant ended() {
    return begun.plus(Duration.ofHours(1));
  }
}
