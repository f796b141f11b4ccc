// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Keys;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Something that has happened, or is happening.
 *
 * @param key of its record
 * @param start when it began
 * @param id tells it from others that began at the same time
 * @param detail reads its record when its turn comes; empty where it has gone meanwhile
 */
record Moment(String key, Instant start, String id, Detail detail) {
  /** Of one width, so that texts sort as times do. */
  private static final DateTimeFormatter SORTABLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

  /** Whether it may still change. */
  enum State {
    RUNNING,
    OVER
  }

  /** What is known of it. */
  record Told(ObjectNode record, State state) {}

  /** Reads a record. */
  interface Detail {
    Optional<Told> read(Session session);
  }

  /** Sorts by beginning, then by id. */
  String order() {
    return SORTABLE.format(start) + "/" + Keys.encoded(id);
  }
}
