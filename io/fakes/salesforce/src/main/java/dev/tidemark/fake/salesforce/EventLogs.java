// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.salesforce.soql.SoqlTime;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Query;
import dev.tidemark.testkit.organisation.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Event log files: one of a type for each day and each hour in which there was such an event. What
 * is in them is made when it is asked for. For several threads.
 */
final class EventLogs {
  static final String FIELDS =
      "Id EventType Interval Sequence LogDate LogFile LogFileLength LogFileContentType"
          + " LogFileFieldNames LogFileFieldTypes ApiVersion CreatedDate CreatedById"
          + " LastModifiedDate IsDeleted SystemModstamp";

  /** With Event Monitoring; without, of some types only and for a day. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final Duration KEPT_OTHERWISE = Duration.ofDays(1);

  private final Account account;
  private final InstantSource clock;
  private final BooleanSupplier bought;
  private final Memory files;
  private final Map<String, Span> spans = new ConcurrentHashMap<>();

  /** What a file is about. */
  private record Span(LogEvents type, String interval, Instant start, Duration length) {
    Instant end() {
      return start.plus(length);
    }
  }

  EventLogs(Account account, InstantSource clock, BooleanSupplier bought) {
    this.account = account;
    this.clock = clock;
    this.bought = bought;
    this.files = new Memory(clock, "CreatedDate", this::made);
  }

  Stream<ObjectNode> from(Instant from) {
    Instant now = clock.instant();
    return bought.getAsBoolean()
        ? files.from(latest(from, now.minus(KEPT)))
        : files.from(latest(from, now.minus(KEPT_OTHERWISE))).filter(EventLogs::isForEverybody);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static boolean isForEverybody(ObjectNode file) {
    return file.path("EventType").asText().equals(LogEvents.API.type())
        && file.path("Interval").asText().equals("Daily");
  }

  /** What is in a file; empty where there is none. */
  Optional<String> content(String id) {
    return Optional.ofNullable(spans.get(id)).map(this::content);
  }

  private String content(Span span) {
    return span.type().header() + events(span).map(span.type()::line).collect(Collectors.joining());
  }

  private Stream<Query> events(Span span) {
    Duration longest = account.longestQuery();
    TimeRange range = new TimeRange(span.start().minus(longest), span.end());
    return account
        .queries(range)
        .filter(LogEvents::reads)
        .filter(span.type()::holds)
        .filter(it -> !it.ended().isBefore(span.start()) && it.ended().isBefore(span.end()));
  }

  /** Daily files are made in the night that follows, hourly ones three hours later. */
  private Stream<ObjectNode> made(TimeRange created) {
    List<ObjectNode> made = new ArrayList<>();
    add("Daily", Duration.ofDays(1), Duration.ofHours(3), created, made);
    add("Hourly", Duration.ofHours(1), Duration.ofHours(3), created, made);
    return made.stream();
  }

  private void add(
      String interval, Duration length, Duration late, TimeRange created, List<ObjectNode> made) {
    Instant start = created.from().minus(length).minus(late).truncatedTo(ChronoUnit.DAYS);
    for (; start.plus(length).plus(late).isBefore(created.until()); start = start.plus(length)) {
      if (!start.plus(length).plus(late).isBefore(created.from())) {
        for (LogEvents type : LogEvents.values()) {
          add(new Span(type, interval, start, length), start.plus(length).plus(late), made);
        }
      }
    }
  }

  private void add(Span span, Instant created, List<ObjectNode> made) {
    if (events(span).findAny().isPresent()) {
      long number = span.start().getEpochSecond() * 4 + span.type().number();
      String id = Ids.of("0AT", number + (span.interval().equals("Daily") ? 0 : 2));
      spans.put(id, span);
      made.add(row(id, span.type(), span.interval(), span.start(), created));
    }
  }

  /** A row, whose content is told apart from it. */
  static ObjectNode row(
      String id, LogEvents type, String interval, Instant start, Instant created) {
    String time = SoqlTime.text(created);
    return Json.object()
        .put("Id", id)
        .put("EventType", type.type())
        .put("Interval", interval)
        .put("Sequence", interval.equals("Daily") ? 0 : 1)
        .put("LogDate", SoqlTime.text(start))
        .put("LogFile", "/services/data/v66.0/sobjects/EventLogFile/" + id + "/LogFile")
        .put("LogFileContentType", "text/csv")
        .put("LogFileFieldNames", String.join(",", type.columns()))
        .put("ApiVersion", 66.0)
        .put("CreatedDate", time)
        .put("CreatedById", World.USER)
        .put("LastModifiedDate", time)
        .put("IsDeleted", false)
        .put("SystemModstamp", time);
  }
}
