// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.StreamId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kept record without what it holds.
 *
 * @param connector its connector's name
 * @param times how often its stream passed it over
 * @param bytes how large it is
 * @param observedAt when it was read
 * @param seenAt when it was seen last
 * @param askedAt since when it waits to be read again; null where it does not
 * @param answeredAt when it was read again last, and counted or was refused; null if never
 * @param reading whether its connector is read, so that a request is not in vain for now
 */
public record DeadLetter(
    UUID id,
    String connector,
    StreamId stream,
    String connectorType,
    String key,
    String reason,
    Replayability replay,
    long times,
    long bytes,
    Instant observedAt,
    Instant seenAt,
    @Nullable Instant askedAt,
    @Nullable Instant answeredAt,
    Reading reading) {

  /** Whether somebody reads the record's stream. */
  public enum Reading {
    /** Its connector is active. */
    ACTIVE,
    /** Its connector is paused. */
    PAUSED
  }
}
