// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.evidence.EvidenceFrame;
import dev.tidemark.maturity.evidence.IndicatorEvaluator;
import dev.tidemark.maturity.live.ModelsInForce.InForce;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Scoring;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.spi.ledger.ScoreStore;
import dev.tidemark.spi.ledger.ScoreStore.Succession;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the scores of a model follow on from. The first close of the model that counts, and live
 * scores until then, are explained from the last close of the model before: both models evaluate
 * what was known then, and the difference is the model's.
 */
final class Successions {
  private final ScoreStore scores;
  private final PastFrames frames;

  Successions(ScoreStore scores, PastFrames frames) {
    this.scores = scores;
    this.frames = frames;
  }

  /**
   * What came before the score of a day.
   *
   * @param own the close before it of the model's own series, if there is one
   */
  Past past(InForce model, EvidenceCache.Known known, LocalDate day, @Nullable Close own) {
    Scoring scoring = model.scorer().scoring();
    Past past =
        succession(model, known.evidence().organisation(), day)
            .filter(succession -> own == null || !own.day().isAfter(succession.day()))
            .flatMap(succession -> origin(succession, scoring, known))
            .map(origin -> new Past(own, origin, null))
            .orElseGet(() -> Past.within(own, scoring));
    return past.from(weekAgo(model, known.evidence().organisation(), past.week(), day));
  }

  private @Nullable Close weekAgo(
      InForce model, OrganisationId organisation, Week week, LocalDate day) {
    return week.since(day)
        .flatMap(
            since ->
                scores
                    .lastClose(organisation, model.id(), since.plusDays(1))
                    .filter(close -> close.day().equals(since))
                    .or(() -> scores.published(organisation, since)))
        .map(stored -> CloseJson.read(stored.document()))
        .orElse(null);
  }

  /** The first day that is the model's to close, where it followed another one. */
  Optional<LocalDate> begins(InForce model, OrganisationId organisation, LocalDate today) {
    return succession(model, organisation, today).map(succession -> succession.day().plusDays(1));
  }

  private Optional<Succession> succession(
      InForce model, OrganisationId organisation, LocalDate before) {
    return model.counts()
        ? scores
            .succession(organisation, model.id(), before)
            .filter(succession -> !succession.followed().equals(model.id()))
        : Optional.empty();
  }

  private Optional<Origin> origin(
      Succession succession, Scoring scoring, EvidenceCache.Known known) {
    OrganisationId organisation = known.evidence().organisation();
    return scores
        .lastClose(organisation, succession.followed(), succession.day().plusDays(1))
        .map(stored -> CloseJson.read(stored.document()))
        .map(close -> origin(close, former(succession), scoring, known));
  }

  private Origin origin(Close close, Scoring former, Scoring scoring, EvidenceCache.Known known) {
    EvidenceFrame frame = frames.of(known, close);
    return new Origin(
        close,
        former,
        IndicatorEvaluator.evaluate(former.model(), frame, close.end()),
        IndicatorEvaluator.evaluate(scoring.model(), frame, close.end()));
  }

  private Scoring former(Succession succession) {
    ScoreStore.StoredModel stored =
        scores
            .model(succession.followed())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the model " + succession.followed() + " is not registered any more"));
    return new Scoring(MaturityModel.parse(stored.yaml(), stored.id()));
  }
}
