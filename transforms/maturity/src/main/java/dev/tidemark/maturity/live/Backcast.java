// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.evidence.EvidenceFrame;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.spi.ledger.BackcastStore;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.ScoreStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Computes the closes of a model for the days on which it was not in force, from what the ledger
 * keeps: windows as they are known now, over the counts, the freshness and the estate each day was
 * closed with. It is the same computation as that of the running job, so a model that only differs
 * in texts comes out as the one before did, bit for bit.
 *
 * <p>Written into the model's own series, marked as back-cast; what was closed on the day stays.
 * Interrupted and begun again with the same first day it goes on where it stopped. Not safe for use
 * by several threads.
 */
public final class Backcast {
  /** The mark of its closes. */
  static final String STATUS = "backcast";

  private final ScoreStore scores;
  private final BackcastStore store;
  private final ModelScorer scorer;
  private final EvidenceCache.Known known;
  private final DayFrames frames;
  private final LocalDate yesterday;

  private Backcast(
      Ledger ledger, ModelScorer scorer, EvidenceCache.Known known, LocalDate yesterday) {
    this.scores = ledger.scores();
    this.store = ledger.backcasts();
    this.scorer = scorer;
    this.known = known;
    this.frames = DayFrames.of(ledger, known);
    this.yesterday = yesterday;
  }

  /**
   * Of a registered model for an organisation, with what is known now.
   *
   * @throws IllegalArgumentException if the model is not registered
   * @throws IllegalStateException if the organisation is gone
   */
  public static Backcast of(Ledger ledger, String model, OrganisationId organisation, Instant now) {
    ScoreStore.StoredModel stored =
        ledger
            .scores()
            .model(model)
            .orElseThrow(
                () -> new IllegalArgumentException("no model " + model + " is registered"));
    EvidenceCache.Known known =
        EvidenceCache.whole(ledger.evidence(), organisation)
            .orElseThrow(() -> new IllegalStateException("the organisation was removed just now"));
    LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
    return new Backcast(ledger, ModelScorer.of(stored), known, yesterday);
  }

  /** The days with evidence, up to yesterday; empty if there is none. */
  public Optional<Span> evidence() {
    return frames
        .first()
        .filter(first -> !first.isAfter(yesterday))
        .map(first -> new Span(first, yesterday));
  }

  /** Computes the closes of these days and tells them, without writing any. */
  public void rehearse(Span span, Consumer<Step> heard) {
    walk(span, Optional.empty(), heard, close -> {});
  }

  /**
   * Computes the closes of these days and writes each before it is told.
   *
   * @throws IllegalStateException if another back-cast of the series began meanwhile
   */
  public void run(Span span, Consumer<Step> heard) {
    BackcastStore.Run run =
        new BackcastStore.Run(
            UUID.randomUUID(), organisation(), model(), span.first(), span.last());
    walk(span, store.begin(run), heard, close -> write(run, close));
    store.end(run);
  }

  private void write(BackcastStore.Run run, ScoreUpdate close) {
    if (!store.write(run, close)) {
      throw new IllegalStateException(
          "another back-cast of "
              + model()
              + " began meanwhile and goes on in the place of this one");
    }
  }

  private void walk(
      Span span, Optional<LocalDate> done, Consumer<Step> heard, Consumer<ScoreUpdate> write) {
    Set<LocalDate> closed = store.closedDays(organisation(), model());
    Close previous = null;
    for (LocalDate day = span.first(); !day.isAfter(span.last()); day = day.plusDays(1)) {
      Step step = new Step(day, Step.Kind.CLOSED, Optional.empty());
      if (closed.contains(day)) {
        previous = null;
      } else if (done.isPresent() && !day.isAfter(done.get())) {
        step = new Step(day, Step.Kind.DONE, Optional.empty());
        previous = null;
      } else {
        ScoreUpdate close = close(day, previous == null ? lastBefore(day) : previous);
        write.accept(close);
        previous = CloseJson.read(close.document());
        step = new Step(day, Step.Kind.COMPUTED, Optional.of(close));
      }
      heard.accept(step);
    }
  }

  private ScoreUpdate close(LocalDate day, @Nullable Close previous) {
    EvidenceFrame frame = frames.of(day);
    ModelScorer.Subject subject =
        new ModelScorer.Subject(
            organisation(), known.evidence().name(), known.evidence().revision());
    return scorer.close(subject, frame, day, Past.within(previous, scorer.scoring()), STATUS);
  }

  private @Nullable Close lastBefore(LocalDate day) {
    return scores
        .lastClose(organisation(), model(), day)
        .map(stored -> CloseJson.read(stored.document()))
        .orElse(null);
  }

  private OrganisationId organisation() {
    return known.evidence().organisation();
  }

  private String model() {
    return scorer.scoring().model().reference();
  }

  /** Days in a row, both ends included. */
  public record Span(LocalDate first, LocalDate last) {
    public Span {
      if (last.isBefore(first)) {
        throw new IllegalArgumentException("days from " + first + " cannot end on " + last);
      }
    }

    /** How many days. */
    public long days() {
      return last.toEpochDay() - first.toEpochDay() + 1;
    }
  }

  /**
   * What became of a day.
   *
   * @param close its close where it was computed now
   */
  public record Step(LocalDate day, Kind kind, Optional<ScoreUpdate> close) {
    /** What became of it. */
    public enum Kind {
      /** It was computed now. */
      COMPUTED,
      /** An earlier attempt that was interrupted had computed it. */
      DONE,
      /** The model was in force and closed it on the day. */
      CLOSED
    }
  }
}
