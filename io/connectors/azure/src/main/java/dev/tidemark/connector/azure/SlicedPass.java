// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.Place.Skipped;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.spi.Fetched;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One page of what happened, in the order of time and, where that is equal, of keys. What is older
 * than the lookback is settled, the younger part is the tail, read whole by every pass. Used once,
 * by one thread.
 */
final class SlicedPass {
  /** More than this is asked for in two slices. */
  private static final int MOST = 2_000;

  /** A slice with less than this is followed by a longer one. */
  private static final int FEW = 500;

  /** How long a part that cannot be asked keeps the others' from being settled. */
  private static final Duration PATIENCE = Duration.ofDays(1);

  private final SlicedStream stream;
  private final Session session;
  private final PageDraft draft;
  private final Instant end;
  private Instant settledBefore;
  private SlicePlace settled;
  private SlicePlace place;

  SlicedPass(SlicedStream stream, Session session, PageDraft draft) {
    this.stream = stream;
    this.session = session;
    this.draft = draft;
    Instant upper = draft.request().upper();
    Instant beginning = upper.minus(session.scope().history());
    this.end = upper.plusNanos(1);
    this.settled = SlicePlace.of(draft.request().position().settled(), beginning);
    this.place = SlicePlace.of(draft.request().position().position(), beginning);
    this.settledBefore = later(settled.from(), upper.minus(stream.lookback()));
    holdBack();
  }

  Fetched page() {
    while (place.from().isBefore(end)) {
      if (draft.isFull() || !passes()) {
        return goesOn();
      }
    }
    return ends();
  }

  /** Reads a slice; whether the page had room for all of it. */
  private boolean passes() {
    Slices.Span span = span();
    place = place.skipping(span.slice().skipped());
    holdBack();
    for (Happening happening : span.slice().happenings()) {
      if (!place.isBehind(happening)) {
        if (draft.isFull()) {
          return false;
        }
        add(happening);
      }
    }
    place = place.at(span.to());
    settle();
    return true;
  }

  /** A part that cannot be asked may answer again: until then nothing is counted for good. */
  private void holdBack() {
    if (place.skipped() == Skipped.SOMETHING) {
      Instant held = later(settled.from(), draft.request().upper().minus(PATIENCE));
      settledBefore = earlier(settledBefore, held);
    }
  }

  private void add(Happening happening) {
    boolean isSettled = happening.at().isBefore(settledBefore);
    SortedMap<String, Instant> memory = new TreeMap<>(place.memory());
    stream.pass(happening, memory);
    place = place.after(happening, memory);
    if (happening.isOver() || !isSettled) {
      draft.add(
          happening.key(),
          happening.record(),
          isSettled ? Settlement.SETTLED : Settlement.PROVISIONAL);
    }
    settle();
  }

  /** What has been counted for good so far. */
  private void settle() {
    if (place.from().isBefore(settledBefore)) {
      settled = place;
    } else if (settled.from().isBefore(settledBefore)) {
      settled = settled.at(settledBefore);
    }
  }

  private Fetched goesOn() {
    return draft.told(
        new ReadPosition(settled.whole().cursor(), place.cursor()), PageDraft.More.YES, null);
  }

  private Fetched ends() {
    session.platform().slices().forget(stream);
    Instant complete =
        place.skipped() == Skipped.NOTHING
            ? draft.request().upper().minus(stream.description().latency())
            : null;
    return draft.told(ReadPosition.at(settled.whole().cursor()), PageDraft.More.NO, complete);
  }

  /** The one read last, if reading goes on in it. */
  private Slices.Span span() {
    return session
        .platform()
        .slices()
        .find(stream, draft.request().upper(), place.from())
        .orElseGet(this::read);
  }

  private Slices.Span read() {
    Slices slices = session.platform().slices();
    while (true) {
      Instant to = earlier(place.from().plus(slices.width(stream)), end);
      Optional<Slice> slice = stream.slice(session, place.from(), to, MOST);
      if (slice.isEmpty() && !slices.narrow(stream)) {
        slice = stream.slice(session, place.from(), to, Integer.MAX_VALUE);
      }
      if (slice.isPresent()) {
        return kept(to, slice.get());
      }
    }
  }

  private Slices.Span kept(Instant to, Slice slice) {
    Slices slices = session.platform().slices();
    if (slice.happenings().size() < FEW) {
      slices.widen(stream);
    }
    Slices.Span span = new Slices.Span(draft.request().upper(), place.from(), to, slice);
    slices.keep(stream, span);
    return span;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
