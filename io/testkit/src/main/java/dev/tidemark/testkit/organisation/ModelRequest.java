// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Instant;
import java.util.Objects;

/**
 * A question to a model.
 *
 * @param status as HTTP says it: 200, 400, 429 or 500
 * @param inputTokens 0 for a model that does not answer in words
 * @param guarded whether it went through the gateway
 * @param sensitive whether it touched sensitive data without a policy for that
 */
public record ModelRequest(
    String id,
    Endpoint endpoint,
    Person by,
    Instant begun,
    Instant ended,
    double lateness,
    int status,
    long inputTokens,
    long outputTokens,
    boolean guarded,
    boolean sensitive)
    implements Happening {
  public ModelRequest {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(endpoint, "endpoint");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(begun, "begun");
    Objects.requireNonNull(ended, "ended");
  }

  /** Whether it was answered. */
  public boolean succeeded() {
    return status == 200;
  }
}
