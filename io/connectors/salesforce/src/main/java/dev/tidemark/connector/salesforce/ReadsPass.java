// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.HistoryPlace;
import dev.tidemark.authoring.Listings;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.PageDraft.More;
import dev.tidemark.authoring.Records;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.spi.Fetched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One page of uses, file by file in the order the files were made. A file whose uses do not fit
 * into the page is gone on with behind the last of them. For one thread.
 */
final class ReadsPass {
  /** How late a file may show that was made before another. */
  private static final Duration LOOKBACK = Duration.ofMinutes(30);

  private final Session session;
  private final PageDraft draft;
  private final Instant upper;
  private final HistoryPlace begin;
  private final List<Step> steps = new ArrayList<>();
  private Cursor settled;
  private Cursor position;
  private long bytes;

  /**
   * A step of the pass.
   *
   * @param counted what it adds; null where it is the end of a file
   */
  private record Step(LogFile file, LogWindow.@Nullable Counted counted) {
    Cursor cursor() {
      LogWindow.Counted use = counted;
      List<String> key = use == null ? List.of(file.id()) : List.of(file.id(), use.use().key());
      return new HistoryPlace(file.created(), key).cursor();
    }
  }

  ReadsPass(Session session, PageDraft draft) {
    this.session = session;
    this.draft = draft;
    this.upper = draft.request().upper();
    Instant oldest = upper.minus(session.organisation().history());
    ReadPosition from = draft.request().position();
    this.position = from.position();
    this.begin = HistoryPlace.of(position, oldest);
    this.settled = HistoryPlace.of(from.settled(), oldest).cursor();
  }

  /** The page; without the right to see files there is none, and nothing is claimed. */
  Fetched page() {
    List<LogFile> files = session.organisation().eventLogs().from(begin, upper, session);
    boolean readAll = files.stream().allMatch(this::read);
    boolean addedAll = add();
    if (!readAll || !addedAll || files.size() >= EventLogs.AT_ONCE) {
      return draft.told(new ReadPosition(settled, position), More.YES, null);
    }
    Instant complete = EventLogs.tellOfReports(session) ? upper.minus(ReadsStream.LATENCY) : null;
    return draft.told(ReadPosition.at(settled), More.NO, complete);
  }

  /** Whether a file was read to its end. */
  private boolean read(LogFile file) {
    String after = begun(file);
    LogWindow window;
    do {
      if (isFull()) {
        return false;
      }
      window = session.organisation().eventLogs().window(file, after, session);
      for (LogWindow.Counted counted : window.behind(after)) {
        if (isFull()) {
          return false;
        }
        steps.add(new Step(file, counted));
        after = counted.use().key();
      }
    } while (window.end() == Rows.End.AHEAD);
    steps.add(new Step(file, null));
    return true;
  }

  private String begun(LogFile file) {
    boolean here = begin.key().size() > 1 && begin.key().get(0).equals(file.id());
    return here ? begin.key().get(1) : "";
  }

  private boolean isFull() {
    return draft.isFull()
        || steps.stream().filter(it -> it.counted() != null).count() >= draft.room();
  }

  /** Whether every step went into the page. */
  private boolean add() {
    Map<String, String> kinds = kinds();
    for (Step step : steps) {
      LogWindow.Counted counted = step.counted();
      if (counted != null && isOver()) {
        return false;
      }
      Settlement settlement = settlement(step.file());
      if (counted != null) {
        String key = step.file().id() + "/" + counted.use().key();
        ObjectNode record = record(key, step.file(), counted, kinds);
        bytes += record.toString().length();
        draft.add(key, record, settlement);
      }
      position = step.cursor();
      settled = settlement == Settlement.SETTLED ? position : settled;
    }
    return true;
  }

  /** By records or bytes; calls are no reason to leave out what was read already. */
  private boolean isOver() {
    return draft.room() <= 0 || bytes >= draft.request().maximumBytes();
  }

  private Settlement settlement(LogFile file) {
    return file.created().isAfter(upper.minus(LOOKBACK))
        ? Settlement.PROVISIONAL
        : Settlement.SETTLED;
  }

  private Map<String, String> kinds() {
    List<String> users = new ArrayList<>();
    steps.stream()
        .map(Step::counted)
        .filter(Objects::nonNull)
        .forEach(counted -> users.add(counted.use().user()));
    return session.organisation().people().kinds(users, session);
  }

  private ObjectNode record(
      String key, LogFile file, LogWindow.Counted counted, Map<String, String> kinds) {
    Use use = counted.use();
    ObjectNode record = Records.blank(ReadsStream.FIELDS);
    record
        .put("id", key)
        .put("file", file.id())
        .put("source", file.kind().type())
        .put("operation", use.operation())
        .put("outcome", use.outcome())
        .put("user_id", use.user())
        .put("user_kind", kinds.getOrDefault(use.user(), ""))
        .put("times", counted.times())
        .put("at", use.hour());
    ArrayNode objects = record.putArray("objects");
    ArrayNode assets = record.putArray("assets");
    Set<String> known = assets();
    for (String name : use.names()) {
      objects.add(name);
      if (known.contains(name)) {
        assets.add(name);
      }
    }
    return record;
  }

  /** Names of the objects that are counted as the organisation's data. */
  private Set<String> assets() {
    Listings.Name name = new Listings.Name(ReadsStream.NAME, "objects", upper);
    List<Set<String>> known =
        session
            .listings()
            .get(
                name,
                () ->
                    List.of(
                        Inventory.objects(session, Inventory.counts(session).orElse(null))
                            .keySet()));
    return known.get(0);
  }
}
