// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Keys;
import dev.tidemark.authoring.Listings;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.Place;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Fetched;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One page of a stream of things that happen: places in order, in each place groups, in each group
 * what happened by its beginning. What began up to {@code upper - lookback} and is over is settled;
 * what is not over by then is named in the cursor until it is; everything newer is the tail.
 */
final class TimelinePass {
  /** More than this many would not fit into a cursor. */
  private static final int MOST_OPEN = 400;

  private final TimelineStream stream;
  private final Session session;
  private final PageDraft draft;
  private final Instant upper;
  private final SortedMap<String, Timeline.Mark> marks;
  private final SortedMap<String, Instant> open;
  private String at;
  private String settledThrough = "";
  private Place.Skipped skipped;

  TimelinePass(TimelineStream stream, Session session, PageDraft draft) {
    this.stream = stream;
    this.session = session;
    this.draft = draft;
    this.upper = draft.request().upper();
    Timeline from = Timeline.of(draft.request().position().position());
    this.marks = new TreeMap<>(from.marks());
    this.open = new TreeMap<>(from.open());
    this.at = from.at();
    this.skipped = from.skipped();
  }

  Fetched page() {
    for (Part place : listed("", () -> stream.places(session))) {
      if (Keys.behind(place.path()).compareTo(at) > 0 && readable(place) && fills(place)) {
        return draft.told(
            new ReadPosition(timeline().settled().cursor(), timeline().cursor()),
            PageDraft.More.YES,
            null);
      }
    }
    session.listings().forget(stream.description().name());
    Instant complete = skipped == Place.Skipped.NOTHING ? upper : null;
    return draft.told(ReadPosition.at(timeline().settled().cursor()), PageDraft.More.NO, complete);
  }

  private Timeline timeline() {
    return new Timeline(marks, open, at, skipped);
  }

  private boolean readable(Part place) {
    if (place.failure() != null) {
      leaveOut(place);
    }
    return place.failure() == null;
  }

  /** Its mark stays where it is, so nothing of it is lost. */
  private void leaveOut(Part place) {
    skipped = Place.Skipped.SOMETHING;
    at = Keys.behind(place.path());
  }

  /** Reads a place; whether the page is full before its end. */
  private boolean fills(Part place) {
    try {
      return fills(place, span(place));
    } catch (ConnectorException failure) {
      if (!Part.isRefusedBy(failure)) {
        throw failure;
      }
      leaveOut(place);
      return false;
    }
  }

  private boolean fills(Part place, Span span) {
    List<Part> groups = listed(place.path(), () -> stream.groups(place, session));
    for (Part group : groups) {
      if (Keys.behind(group.path()).compareTo(at) > 0 && fills(group, place, span)) {
        return true;
      }
    }
    forgetOthers(place, groups);
    marks.put(place.path(), Timeline.Mark.at(span.to()));
    settledThrough = "";
    at = Keys.behind(place.path());
    return false;
  }

  private boolean fills(Part group, Part place, Span span) {
    List<Moment> moments = moments(group, span);
    for (Moment moment : moments) {
      String key = group.path() + moment.order();
      if (key.compareTo(at) > 0) {
        tell(moment, key, span);
        at = key;
        if (!moment.start().isAfter(span.to())) {
          settledThrough = key;
        }
        if (draft.isFull()) {
          return stopped(place, span);
        }
      }
    }
    forgetGone(group, moments);
    at = Keys.behind(group.path());
    return draft.isFull() && stopped(place, span);
  }

  /** The tail moves no mark: it is read again from its beginning after a crash. */
  private boolean stopped(Part place, Span span) {
    String after = later(span.after(), settledThrough);
    marks.put(place.path(), new Timeline.Mark(span.through(), span.to(), after));
    return true;
  }

  private static String later(String one, String other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /**
   * What of a place is counted, and what is to be.
   *
   * @param to up to here things are settled now
   * @param after within that, the key up to which they were settled before
   */
  private record Span(Instant through, Instant to, String after) {
    boolean holds(Moment moment, String key) {
      boolean before = !moment.start().isAfter(through);
      return before || (!moment.start().isAfter(to) && key.compareTo(after) <= 0);
    }
  }

  private Span span(Part place) {
    Timeline.Mark mark =
        marks.getOrDefault(place.path(), Timeline.Mark.at(upper.minus(session.scope().history())));
    Instant to =
        mark.to() == null ? later(mark.through(), upper.minus(stream.lookback())) : mark.to();
    return new Span(mark.through(), to, mark.after());
  }

  private void tell(Moment moment, String key, Span span) {
    if (span.holds(moment, key) && !open.containsKey(moment.key())) {
      return;
    }
    Optional<Moment.Told> told = moment.detail().read(session);
    if (told.isEmpty()) {
      open.remove(moment.key());
      return;
    }
    boolean settles = !moment.start().isAfter(span.to()) && told.get().state() == Moment.State.OVER;
    draft.add(
        moment.key(), told.get().record(), settles ? Settlement.SETTLED : Settlement.PROVISIONAL);
    remember(moment, settles, span);
  }

  private void remember(Moment moment, boolean settled, Span span) {
    if (settled) {
      open.remove(moment.key());
    } else if (!moment.start().isAfter(span.to())) {
      open.put(moment.key(), moment.start());
    }
    if (open.size() > MOST_OPEN) {
      throw ConnectorException.of(
          Category.UNSUPPORTED,
          stream.description().name()
              + ": more than "
              + MOST_OPEN
              + " have been running for longer than "
              + stream.lookback().toHours()
              + " h; split the account by regions");
    }
  }

  private List<Moment> moments(Part group, Span span) {
    Instant floor =
        open.entrySet().stream()
            .filter(it -> it.getKey().startsWith(group.path()))
            .map(it -> it.getValue())
            .min(Comparator.naturalOrder())
            .filter(span.through()::isAfter)
            .orElse(span.through());
    return session
        .listings()
        .get(
            name(group.path()),
            () ->
                stream.moments(group, floor, session).stream()
                    .filter(it -> !it.start().isAfter(upper))
                    .sorted(Comparator.comparing(Moment::order))
                    .toList());
  }

  /** What is open and no longer listed has gone. */
  private void forgetGone(Part group, List<Moment> moments) {
    Set<String> listed = moments.stream().map(Moment::key).collect(Collectors.toSet());
    open.keySet().removeIf(key -> key.startsWith(group.path()) && !listed.contains(key));
  }

  private void forgetOthers(Part place, List<Part> groups) {
    Set<String> paths = new HashSet<>();
    groups.forEach(group -> paths.add(group.path()));
    open.keySet()
        .removeIf(key -> key.startsWith(place.path()) && paths.stream().noneMatch(key::startsWith));
  }

  private List<Part> listed(String part, Supplier<List<Part>> read) {
    return session
        .listings()
        .get(
            name("parts of " + part),
            () -> read.get().stream().sorted(Comparator.comparing(Part::path)).toList());
  }

  private Listings.Name name(String part) {
    return new Listings.Name(stream.description().name(), part, upper);
  }

  private static Instant later(Instant one, @Nullable Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }
}
