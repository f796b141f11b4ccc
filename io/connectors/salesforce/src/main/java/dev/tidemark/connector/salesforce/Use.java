// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody read something, in one of the ways there are.
 *
 * @param hour in which it was; what stood there where that is no time
 * @param user identifier of 18 characters
 * @param objects names of what was read, as the vendor writes several
 * @param operation report, query or read
 * @param outcome succeeded or failed; empty where the vendor does not say
 */
record Use(String hour, String user, String objects, String operation, String outcome) {
  /** Longer than whatever the vendor writes there. */
  private static final int LONGEST = 1_000;

  private static final int LONGEST_PART = 100;

  /** What an event tells of; empty where nothing was read. */
  static Optional<Use> of(LogKind kind, Map<String, String> event) {
    String operation = kind.operation(event);
    return operation.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Use(
                hour(value(event, "TIMESTAMP_DERIVED")),
                user(event),
                value(event, "ENTITY_NAME"),
                operation,
                kind.outcome(event)));
  }

  private static String user(Map<String, String> event) {
    String derived = value(event, "USER_ID_DERIVED");
    return RecordId.whole(derived.isEmpty() ? value(event, "USER_ID") : derived);
  }

  private static String value(Map<String, String> event, String column) {
    String value = event.getOrDefault(column, "");
    return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
  }

  private static String hour(String time) {
    try {
      Instant at = OffsetDateTime.parse(time).toInstant();
      return at.truncatedTo(ChronoUnit.HOURS).toString();
    } catch (DateTimeException malformed) {
      return time;
    }
  }

  /** What tells it from others of the same file; short, as cursors hold it. */
  String key() {
    return String.join("|", part(hour), part(user), part(operation), outcome, part(objects));
  }

  private static String part(String text) {
    return text.length() <= LONGEST_PART
        ? text
        : UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The objects, one by one. */
  List<String> names() {
    return Arrays.stream(objects.split("[^\\w]+")).filter(it -> !it.isEmpty()).distinct().toList();
  }
}
