// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.card;

import dev.tidemark.maturity.model.Composite;
import dev.tidemark.maturity.model.LevelRules;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.LevelState;
import dev.tidemark.maturity.score.Levels;
import dev.tidemark.maturity.score.MethodBand;
import dev.tidemark.maturity.score.NextConnection;
import dev.tidemark.maturity.score.NextStep;
import dev.tidemark.maturity.score.NextSteps;
import dev.tidemark.maturity.score.Score;
import dev.tidemark.maturity.score.Scoring;
import dev.tidemark.maturity.score.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is shown of an organisation's maturity at one moment.
 *
 * @param provisionalUntil until when late data may still change it; final where empty
 * @param overall the composite over everything
 * @param parts the other published composites, in the model's order
 * @param performanceIndex the running sum of what performance contributed
 * @param assumedShares whether strata have equal shares because none are registered
 * @param next what would raise the maturity, largest gain first
 * @param connect what would narrow the interval, most first
 */
public record ScoreCard(
    String organisation,
    MaturityModel model,
    Instant asOf,
    Optional<LocalDate> provisionalUntil,
    PublishedScore overall,
    List<PublishedScore> parts,
    Snapshot snapshot,
    Optional<CardPeriod> period,
    double performanceIndex,
    boolean assumedShares,
    List<NextStep> next,
    List<NextConnection> connect) {
  public ScoreCard {
    parts = List.copyOf(parts);
    next = List.copyOf(next);
    connect = List.copyOf(connect);
  }

  /**
   * The card of a snapshot: scores, next steps and connections are computed here, the rest is told.
   */
  public static ScoreCard of(Scoring scoring, Snapshot snapshot, History history) {
    MaturityModel model = scoring.model();
    Composite whole = model.overall();
    NextSteps steps = new NextSteps(scoring, whole, snapshot);
    return new ScoreCard(
        history.organisation(),
        model,
        history.asOf(),
        history.provisionalUntil(),
        published(scoring, whole, snapshot, history),
        model.composites().values().stream()
            .filter(composite -> !composite.equals(whole))
            .map(composite -> published(scoring, composite, snapshot, history))
            .toList(),
        snapshot,
        history.period(),
        history.performanceIndex(),
        history.assumedShares(),
        steps.ranked(),
        steps.connections());
  }

  private static PublishedScore published(
      Scoring scoring, Composite composite, Snapshot snapshot, History history) {
    Score score = scoring.score(composite, snapshot);
    Levels levels = new Levels(scoring.model().levels(), score, snapshot);
    LevelState state = history.levels().getOrDefault(composite.id(), LevelState.UNRATED);
    int next = Math.min(LevelRules.HIGHEST, state.level().orElse(0) + 1);
    Optional<MethodBand> band = Optional.ofNullable(history.bands().get(composite.id()));
    return new PublishedScore(composite, score, state, levels.missing(next), band);
  }

  /**
   * What a snapshot alone does not know.
   *
   * @param levels the sticky levels by composite
   * @param bands the method bands by composite, where computed
   */
  public record History(
      String organisation,
      Instant asOf,
      Optional<LocalDate> provisionalUntil,
      Map<String, LevelState> levels,
      Map<String, MethodBand> bands,
      Optional<CardPeriod> period,
      double performanceIndex,
      boolean assumedShares) {}
}
