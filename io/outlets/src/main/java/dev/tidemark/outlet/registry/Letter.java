// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.registry;

import dev.tidemark.postgres.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * An event an outlet was given up on.
 *
 * @param position what it is replayed by
 * @param reason why the last try was not accepted
 * @param asked whether somebody wants it told again
 */
public record Letter(
    long position,
    UUID event,
    String type,
    String subject,
    Instant at,
    int attempts,
    String reason,
    Instant deadAt,
    boolean asked) {
  static Letter read(Row row) throws SQLException {
    return new Letter(
        row.bigint("position"),
        row.uuid("event_id"),
        row.text("type"),
        row.text("subject"),
        row.instant("at"),
        (int) row.bigint("attempts"),
        row.text("reason"),
        row.instant("dead_at"),
        row.flag("asked"));
  }
}
