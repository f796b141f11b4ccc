// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.NormaliseContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** What a record of the stream {@code tables} says in standard metrics. */
final class TableEvents {
  private final TableFacts facts = new TableFacts();

  void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    Subject subject = new Subject(record.text("kind"), context.stratum() + "/" + record.key());
    emitter.state(MetricNames.ASSET_STATE, subject, facts.of(record, lastRead(record)));
    record
        .findCount("upstream")
        .ifPresent(
            edges -> emitter.state(MetricNames.LINEAGE, subject, lineage(edges, emitter.at())));
    Attributes attributes = Attributes.of("database", record.text("database"));
    record.list("counters").forEach(counter -> count(counter, subject, attributes, emitter));
  }

  /** The server knows every relation a view is made from. */
  private static Map<String, String> lineage(long edges, Instant at) {
    return edges == 0
        ? Map.of("derived", "true")
        : Map.of("derived", "true", "lineage.day", day(at));
  }

  private static void count(
      Facts counter, Subject subject, Attributes attributes, Emitter emitter) {
    Subject counted = part(subject, counter);
    emitter.counter(
        MetricNames.ASSET_READ,
        counter.count("reads"),
        counted,
        attributes,
        Instant.EPOCH,
        readAt(counter, emitter.at()));
    emitter.counter(
        MetricNames.ASSET_WRITE,
        counter.count("writes"),
        counted,
        attributes,
        Instant.EPOCH,
        emitter.at());
  }

  /**
   * From PostgreSQL 16 on the counter has stood where it stands since the last read; one that never
   * moved has stood at zero for ever.
   */
  private static Instant readAt(Facts counter, Instant at) {
    Instant otherwise = counter.holds("timed") && counter.count("reads") == 0 ? Instant.EPOCH : at;
    return counter.findInstant("last_read").orElse(otherwise);
  }

  /** A partition has a counter of its own, so that dropping one is no reset of the table's. */
  private static Subject part(Subject subject, Facts counter) {
    return counter.findCount("part").isEmpty()
        ? subject
        : new Subject(subject.type(), subject.urn() + "#partition=" + counter.count("part"));
  }

  private static Optional<String> lastRead(Facts record) {
    return record.list("counters").stream()
        .flatMap(counter -> counter.findInstant("last_read").stream())
        .max(Comparator.naturalOrder())
        .map(TableEvents::day);
  }

  static String day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }
}
