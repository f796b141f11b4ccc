// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.evidence.EvidenceFrame;
import dev.tidemark.maturity.live.ModelsInForce.InForce;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.spi.ledger.EvidenceStore;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.OrganisationEvidence.Feed;
import dev.tidemark.spi.ledger.ScoreStore;
import dev.tidemark.spi.ledger.ScoreStore.StoredClose;
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
  static final int MOST_CLOSES_AT_ONCE = 35;

  private final ScoreStore scores;
  private final EvidenceCache cache;
  private final ModelsInForce models;
  private final Frames frames = new Frames(ConnectorSupply.installed());
  private final PastFrames pastFrames;
  private final Successions successions;
  private final Map<Series, Past> pasts = new HashMap<>();
  private final Map<Series, LocalDate> reviewed = new HashMap<>();

  private OrganisationScorer(EvidenceStore evidence, ScoreStore scores) {
    this.scores = scores;
    this.cache = new EvidenceCache(evidence);
    this.models = new ModelsInForce(scores);
    this.pastFrames = new PastFrames(evidence, frames);
    this.successions = new Successions(scores, pastFrames);
  }

  public static OrganisationScorer on(Ledger ledger) {
    return new OrganisationScorer(ledger.evidence(), ledger.scores());
  }

  /** Everything there is to publish of an organisation at an instant; nothing if it is gone. */
  public List<ScoreUpdate> score(OrganisationId organisation, Instant now) {
    Optional<EvidenceCache.Known> known = cache.refresh(organisation, now);
    List<ScoreUpdate> updates = new ArrayList<>();
    known.ifPresent(
        evidenceNow -> models.at(now).forEach(model -> score(evidenceNow, model, now, updates)));
    return updates;
  }

  private void score(
      EvidenceCache.Known known, InForce model, Instant now, List<ScoreUpdate> updates) {
    Series series = Series.of(known.evidence().organisation(), model);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    EvidenceFrame frame =
        frames.frame(known.evidence(), known.partials(), known.evidence().cells());
    if (!today.equals(reviewed.get(series))) {
      Close reviewedLast = review(model, known, today, updates);
      Close last = close(model, known, frame, reviewedLast, today, updates);
      pasts.put(series, successions.past(model, known, today, last));
      reviewed.put(series, today);
    }
    Past past = pasts.getOrDefault(series, Past.NONE);
    updates.add(model.scorer().live(subject(known), frame, now, past));
  }

  /**
   * Computes the provisional closes again, in order; one whose days are over becomes final.
   *
   * @return the last close there is
   */
  private @Nullable Close review(
      InForce model, EvidenceCache.Known known, LocalDate today, List<ScoreUpdate> updates) {
    OrganisationId organisation = known.evidence().organisation();
    Close previous = null;
    for (StoredClose stored : scores.provisionalCloses(organisation, model.id())) {
      Close own = previous == null ? lastBefore(organisation, model, stored.day()) : previous;
      ScoreUpdate again = again(model, known, stored, own, today);
      updates.add(again);
      previous = CloseJson.read(again.document());
    }
    return previous == null ? lastBefore(organisation, model, today) : previous;
  }

  private ScoreUpdate again(
      InForce model,
      EvidenceCache.Known known,
      StoredClose stored,
      @Nullable Close own,
      LocalDate today) {
    boolean over = stored.day().plusDays(ModelScorer.LATENESS_DAYS).isBefore(today);
    return model
        .scorer()
        .close(
            subject(known),
            pastFrames.of(known, CloseJson.read(stored.document())),
            stored.day(),
            successions.past(model, known, stored.day(), own),
            over ? "final" : "provisional");
  }

  private @Nullable Close close(
      InForce model,
      EvidenceCache.Known known,
      EvidenceFrame frame,
      @Nullable Close before,
      LocalDate today,
      List<ScoreUpdate> updates) {
    Close last = before;
    LocalDate day = firstDue(model, known, last, today);
    for (; day.isBefore(today); day = day.plusDays(1)) {
      Past past = successions.past(model, known, day, last);
      ScoreUpdate update = model.scorer().close(subject(known), frame, day, past, "provisional");
      updates.add(update);
      last = CloseJson.read(update.document());
    }
    return last;
  }

  private LocalDate firstDue(
      InForce model, EvidenceCache.Known known, @Nullable Close last, LocalDate today) {
    LocalDate own = last == null ? joined(known, today).orElse(today) : last.day().plusDays(1);
    LocalDate due =
        successions
            .begins(model, known.evidence().organisation(), today)
            .filter(begins -> last == null || begins.isAfter(own))
            .orElse(own);
    LocalDate earliest = today.minusDays(MOST_CLOSES_AT_ONCE);
    return due.isBefore(earliest) ? earliest : due;
  }

  /**
   * The first day of a new series: where others stand, since days before are for back-casting; of a
   * new organisation, when it was connected.
   */
  private Optional<LocalDate> joined(EvidenceCache.Known known, LocalDate today) {
    return scores
        .published(known.evidence().organisation(), today)
        .map(close -> close.day().plusDays(1))
        .or(() -> connected(known));
  }

  private static Optional<LocalDate> connected(EvidenceCache.Known known) {
    return known.evidence().feeds().stream()
        .map(Feed::connectedAt)
        .min(Instant::compareTo)
        .map(first -> LocalDate.ofInstant(first, ZoneOffset.UTC));
  }

  private @Nullable Close lastBefore(OrganisationId organisation, InForce model, LocalDate day) {
    return scores
        .lastClose(organisation, model.id(), day)
        .map(stored -> CloseJson.read(stored.document()))
        .orElse(null);
  }

  private static ModelScorer.Subject subject(EvidenceCache.Known known) {
    return new ModelScorer.Subject(
        known.evidence().organisation(), known.evidence().name(), known.evidence().revision());
  }

  /** By status too: a model that begins to count follows on from another. */
  private record Series(OrganisationId organisation, String model, String status) {
    static Series of(OrganisationId organisation, InForce model) {
      return new Series(organisation, model.id(), model.status());
    }
  }
}
