// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.evidence.EvidenceFrame;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.spi.ledger.EvidenceStore;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.OrganisationEvidence.Feed;
import dev.tidemark.spi.ledger.ScoreStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scores organisations from what the ledger holds: the live score under every model in force, the
 * daily closes that are due, and the provisional closes again once a day, because late data may
 * have changed them. Not safe for use by several threads.
 */
public final class OrganisationScorer {
  /**
   * A pipeline that slept longer than this leaves a gap in the closes rather than inventing the
   * days in between.
   */
  private static final int MOST_CLOSES_AT_ONCE = 35;

  private final EvidenceStore evidence;
  private final ScoreStore scores;
  private final EvidenceCache cache;
  private final ModelsInForce models;
  private final Frames frames = new Frames(ConnectorSupply.installed());
  private final Map<Series, Close> lastCloses = new HashMap<>();
  private final Map<Series, LocalDate> reviewed = new HashMap<>();

  private OrganisationScorer(EvidenceStore evidence, ScoreStore scores) {
    this.evidence = evidence;
    this.scores = scores;
    this.cache = new EvidenceCache(evidence);
    this.models = new ModelsInForce(scores);
  }

  public static OrganisationScorer on(Ledger ledger) {
    return new OrganisationScorer(ledger.evidence(), ledger.scores());
  }

  /** Everything there is to publish of an organisation at an instant; nothing if it is gone. */
  public List<ScoreUpdate> score(OrganisationId organisation, Instant now) {
    Optional<EvidenceCache.Known> known = cache.refresh(organisation, now);
    List<ScoreUpdate> updates = new ArrayList<>();
    known.ifPresent(
        evidenceNow ->
            models
                .at(now)
                .forEach((model, scorer) -> score(evidenceNow, model, scorer, now, updates)));
    return updates;
  }

  private void score(
      EvidenceCache.Known known,
      String model,
      ModelScorer scorer,
      Instant now,
      List<ScoreUpdate> updates) {
    Series series = new Series(known.evidence().organisation(), model);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    ModelScorer.Subject subject = subject(known);
    EvidenceFrame frame =
        frames.frame(known.evidence(), known.partials(), known.evidence().cells());
    if (!today.equals(reviewed.get(series))) {
      review(series, scorer, known, today, updates);
      close(series, scorer, known, frame, today, updates);
      reviewed.put(series, today);
    }
    updates.add(scorer.live(subject, frame, now, lastCloses.get(series)));
  }

  /** Computes the provisional closes again, in order; one whose days are over becomes final. */
  private void review(
      Series series,
      ModelScorer scorer,
      EvidenceCache.Known known,
      LocalDate today,
      List<ScoreUpdate> updates) {
    Close previous = null;
    for (ScoreStore.StoredClose stored :
        scores.provisionalCloses(series.organisation(), series.model())) {
      Close close = CloseJson.read(stored.document());
      previous = previous == null ? lastBefore(series, stored.day()) : previous;
      boolean over = stored.day().plusDays(ModelScorer.LATENESS_DAYS).isBefore(today);
      ScoreUpdate again =
          scorer.close(
              subject(known),
              asItWas(known, close),
              stored.day(),
              previous,
              over ? "final" : "provisional");
      updates.add(again);
      previous = CloseJson.read(again.document());
    }
    Close last = previous == null ? lastBefore(series, today) : previous;
    if (last != null) {
      lastCloses.put(series, last);
    }
  }

  /**
   * Today's windows, since late data belongs to its day, over the counts and the freshness of then.
   */
  private EvidenceFrame asItWas(EvidenceCache.Known known, Close close) {
    EvidenceFrame then = close.frame();
    EvidenceFrame cells =
        evidence
            .closed(known.evidence().organisation(), close.day())
            .map(closed -> frames.frame(known.evidence(), known.partials(), closed.cells()))
            .orElseGet(
                () -> frames.frame(known.evidence(), known.partials(), known.evidence().cells()));
    return new EvidenceFrame(
        cells.partials(),
        cells.cells(),
        then.populations(),
        then.feeds(),
        then.attestations(),
        then.register(),
        then.supply());
  }

  private void close(
      Series series,
      ModelScorer scorer,
      EvidenceCache.Known known,
      EvidenceFrame frame,
      LocalDate today,
      List<ScoreUpdate> updates) {
    LocalDate day = firstDue(series, known, today);
    for (; day.isBefore(today); day = day.plusDays(1)) {
      ScoreUpdate update =
          scorer.close(subject(known), frame, day, lastCloses.get(series), "provisional");
      updates.add(update);
      lastCloses.put(series, CloseJson.read(update.document()));
    }
  }

  private LocalDate firstDue(Series series, EvidenceCache.Known known, LocalDate today) {
    Close last = lastCloses.get(series);
    LocalDate earliest = today.minusDays(MOST_CLOSES_AT_ONCE);
    LocalDate due = last == null ? connected(known).orElse(today) : last.day().plusDays(1);
    return due.isBefore(earliest) ? earliest : due;
  }

  private static Optional<LocalDate> connected(EvidenceCache.Known known) {
    return known.evidence().feeds().stream()
        .map(Feed::connectedAt)
        .min(Instant::compareTo)
        .map(first -> LocalDate.ofInstant(first, ZoneOffset.UTC));
  }

  private @Nullable Close lastBefore(Series series, LocalDate day) {
    return scores
        .lastClose(series.organisation(), series.model(), day)
        .map(stored -> CloseJson.read(stored.document()))
        .orElse(null);
  }

  private static ModelScorer.Subject subject(EvidenceCache.Known known) {
    return new ModelScorer.Subject(
        known.evidence().organisation(), known.evidence().name(), known.evidence().revision());
  }

  private record Series(OrganisationId organisation, String model) {}
}
