// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.card.CardPeriod;
import dev.tidemark.maturity.card.ScoreCard;
import dev.tidemark.maturity.card.ScoreCardJson;
import dev.tidemark.maturity.evidence.EvidenceFrame;
import dev.tidemark.maturity.evidence.IndicatorEvaluator;
import dev.tidemark.maturity.model.Composite;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Change;
import dev.tidemark.maturity.score.Explanation;
import dev.tidemark.maturity.score.LevelClose;
import dev.tidemark.maturity.score.LevelState;
import dev.tidemark.maturity.score.Levels;
import dev.tidemark.maturity.score.MethodBand;
import dev.tidemark.maturity.score.Score;
import dev.tidemark.maturity.score.Scoring;
import dev.tidemark.maturity.score.Snapshot;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.spi.ledger.ScoreStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Scores one organisation under one model, live or at the end of a day: a pure function of what it
 * is given.
 */
final class ModelScorer {
  /** How long late data may still change a close. */
  static final int LATENESS_DAYS = 7;

  private final Scoring scoring;

  ModelScorer(MaturityModel model) {
    this.scoring = new Scoring(model);
  }

  static ModelScorer of(ScoreStore.StoredModel model) {
    return new ModelScorer(MaturityModel.parse(model.yaml(), model.id()));
  }

  Scoring scoring() {
    return scoring;
  }

  /** The score now, explained since the last close. */
  ScoreUpdate live(Subject subject, EvidenceFrame frame, Instant now, Past past) {
    return new Run(subject, frame, now, LocalDate.ofInstant(now, ZoneOffset.UTC), past)
        .update(null, "live");
  }

  /** The close of a day, explained since the close before it. */
  ScoreUpdate close(Subject subject, EvidenceFrame frame, LocalDate day, Past past, String status) {
    Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return new Run(subject, frame, end, day, past).update(day, status);
  }

  /** Whose score it is, and the state of everything known of it. */
  record Subject(dev.tidemark.model.OrganisationId organisation, String name, long revision) {}

  /** One scoring. */
  private final class Run {
    private final Subject subject;
    private final EvidenceFrame frame;
    private final Instant asOf;
    private final LocalDate day;
    private final Past past;
    private final Snapshot snapshot;
    private final Map<String, Close.Published> published = new TreeMap<>();
    private final Map<String, Change> changes = new HashMap<>();
    private final List<ScoreUpdate.Composite> composites = new ArrayList<>();

    Run(Subject subject, EvidenceFrame frame, Instant asOf, LocalDate day, Past past) {
      this.subject = subject;
      this.frame = frame;
      this.asOf = asOf;
      this.day = day;
      this.past = past;
      this.snapshot = IndicatorEvaluator.evaluate(scoring.model(), frame, asOf);
    }

    ScoreUpdate update(@Nullable LocalDate closed, String status) {
      all().forEach(composite -> publish(composite, closed != null));
      Week week = week();
      return new ScoreUpdate(
          subject.organisation(),
          scoring.model().reference(),
          subject.revision(),
          asOf,
          closed,
          status,
          composites,
          ScoreRows.indicators(snapshot),
          ScoreRows.attribution(changes),
          ScoreCardJson.write(card(closed, week)),
          CloseJson.write(new Close(day, Close.placed(snapshot), published, week, bare())));
    }

    private List<Composite> all() {
      List<Composite> all = new ArrayList<>(scoring.model().composites().values());
      Composite whole = scoring.model().overall();
      if (!all.contains(whole)) {
        all.add(whole);
      }
      return all;
    }

    private void publish(Composite composite, boolean closing) {
      Score score = scoring.score(composite, snapshot);
      Close.Published before = past.own(composite.id());
      Close.Published told = past.told(composite.id());
      double index = index(composite, before, told);
      LevelState held = before == null ? LevelState.UNRATED : before.level();
      LevelState level = closing || before == null ? held.after(close(score, index)) : held;
      MethodBand band = band(composite, before, closing);
      published.put(
          composite.id(), new Close.Published(score.overall().value(), index, level, band));
      composites.add(ScoreRows.composite(score, level, told));
    }

    /** Explains the change, and moves the performance index by what performance had in it. */
    private double index(
        Composite composite, Close.@Nullable Published before, Close.@Nullable Published told) {
      Close.Published start = before == null ? told : before;
      Origin origin = past.origin();
      double index = start == null ? 0 : start.performanceIndex();
      if (origin == null || told == null) {
        return index;
      }
      Change change =
          Explanation.since(origin.baseline(told), scoring, composite, origin.recast(), snapshot);
      changes.put(composite.id(), change);
      return index + change.performance();
    }

    private LevelClose close(Score score, double index) {
      return LevelClose.of(
          day, score, new Levels(scoring.model().levels(), score, snapshot), index);
    }

    /** The band takes a thousand scorings, so between closes the last one stands. */
    private MethodBand band(
        Composite composite, Close.@Nullable Published before, boolean closing) {
      return before != null && !closing
          ? before.band()
          : MethodBand.of(scoring.model(), composite, snapshot, day.toEpochDay(), MethodBand.DRAWS);
    }

    private ScoreCard card(@Nullable LocalDate closed, Week week) {
      Map<String, LevelState> levels = new HashMap<>();
      Map<String, MethodBand> bands = new HashMap<>();
      published.forEach(
          (id, composite) -> {
            levels.put(id, composite.level());
            bands.put(id, composite.band());
          });
      Close.Published whole = published.get(scoring.model().overall().id());
      return ScoreCard.of(
          scoring,
          snapshot,
          new ScoreCard.History(
              subject.name(),
              asOf,
              Optional.of((closed == null ? day : closed).plusDays(LATENESS_DAYS)),
              levels,
              bands,
              period(week),
              whole == null ? 0 : whole.performanceIndex(),
              frame.register().hasAssumedShares()));
    }

    private Optional<CardPeriod> period(Week week) {
      Origin origin = past.origin();
      if (origin == null || week.days().isEmpty()) {
        return Optional.empty();
      }
      Snapshot before =
          Optional.ofNullable(past.weekAgo())
              .filter(close -> close.day().equals(week.since()))
              .map(Close::snapshot)
              .orElseGet(origin::recast);
      return Optional.of(new CardPeriod(week.since(), week.change(), before));
    }

    private Week week() {
      Change change = changes.get(scoring.model().overall().id());
      Origin origin = past.origin();
      return origin == null || change == null
          ? Week.NONE
          : past.week().then(day, new Week.Day(origin.close().day(), change));
    }

    private EvidenceFrame bare() {
      return new EvidenceFrame(
          List.of(),
          List.of(),
          frame.populations(),
          frame.feeds(),
          frame.attestations(),
          frame.register(),
          frame.supply());
    }
  }
}
