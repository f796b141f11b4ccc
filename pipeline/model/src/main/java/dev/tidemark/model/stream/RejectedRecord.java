// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.StreamId;
import java.time.Instant;
import java.util.Objects;

/**
 * A record that could not be used, with its original bytes, so that it can be replayed. Equal
 * rejections of one record are one.
 *
 * @param reason what is wrong, where, and what to do; never a secret
 */
public record RejectedRecord(
    StreamId stream,
    String connectorType,
    String key,
    String reason,
    Bytes payload,
    Instant observedAt) {
  public RejectedRecord {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(connectorType, "connectorType");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(payload, "payload");
    Objects.requireNonNull(observedAt, "observedAt");
  }
}
