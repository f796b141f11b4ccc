// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.evidence.Cell;
import dev.tidemark.maturity.evidence.EvidenceFrame;
import dev.tidemark.maturity.evidence.IndicatorEvaluator;
import dev.tidemark.maturity.evidence.Shortfall;
import dev.tidemark.maturity.model.Composite;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Baseline;
import dev.tidemark.maturity.score.Change;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.maturity.score.Explanation;
import dev.tidemark.maturity.score.NextStep;
import dev.tidemark.maturity.score.NextSteps;
import dev.tidemark.maturity.score.Score;
import dev.tidemark.maturity.score.Scoring;
import dev.tidemark.maturity.score.Snapshot;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.OrganisationEvidence;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a change of the estate register or of the model would do to an organisation's score under
 * the active model: computed from the ledger as it is, exactly as a job would, and not written
 * anywhere.
 */
public final class Rehearsal {
  private final EvidenceCache.Known known;
  private final Scoring scoring;
  private final Instant asOf;
  private final Frames frames = new Frames(ConnectorSupply.installed());

  private Rehearsal(EvidenceCache.Known known, Scoring scoring, Instant asOf) {
    this.known = known;
    this.scoring = scoring;
    this.asOf = asOf;
  }

  /**
   * Of an organisation now.
   *
   * @throws IllegalStateException if the organisation is gone
   */
  public static Rehearsal of(Ledger ledger, OrganisationId organisation, Instant asOf) {
    return of(ledger, organisation, asOf, active(ledger));
  }

  /** The same under a model that is known already. */
  static Rehearsal of(
      Ledger ledger, OrganisationId organisation, Instant asOf, MaturityModel model) {
    EvidenceCache.Known known =
        new EvidenceCache(ledger.evidence())
            .refresh(organisation, asOf)
            .orElseThrow(() -> new IllegalStateException("the organisation was removed just now"));
    return new Rehearsal(known, new Scoring(model), asOf);
  }

  /** The active model, or the one a first job would activate. */
  public static MaturityModel active(Ledger ledger) {
    return new ParsedModels().active(ledger);
  }

  /** The share of every platform that is part of the estate; they sum to 1. */
  public SortedMap<String, Double> shares() {
    EvidenceFrame frame = frame(known.evidence().register());
    SortedMap<String, Double> weights = new TreeMap<>();
    if (frame.register().hasAssumedShares()) {
      frame.feeds().forEach(feed -> weights.put(feed.stratum(), 1d));
    }
    frame.register().entries().forEach(entry -> weights.put(entry.stratum(), entry.materiality()));
    double sum = weights.values().stream().reduce(0d, Double::sum);
    weights.replaceAll((platform, weight) -> weight / sum);
    return weights;
  }

  /** What would be with this register in the place of the one in force. */
  public Effect with(List<RegisterEntry> register) {
    return effect(snapshot(known.evidence().register()), snapshot(register));
  }

  /** What would be if these of the next steps were taken at once. */
  public Effect taking(Map<Coordinate, NextStep.Action> steps) {
    Snapshot before = snapshot(known.evidence().register());
    NextSteps next = new NextSteps(scoring, scoring.model().overall(), before);
    return effect(before, next.taken(steps));
  }

  private Effect effect(Snapshot before, Snapshot after) {
    return new Effect(
        scoring.score(scoring.model().overall(), before),
        scoring.score(scoring.model().overall(), after),
        Explanation.between(scoring, scoring.model().overall(), before, after));
  }

  /** What would be under this model, over the same evidence: all of the change is the model's. */
  public Effect under(MaturityModel candidate) {
    Scoring other = new Scoring(candidate);
    Composite whole = candidate.overall();
    Snapshot now = snapshot(known.evidence().register());
    Snapshot then =
        IndicatorEvaluator.evaluate(candidate, frame(known.evidence().register()), asOf);
    Score before = scoring.score(scoring.model().overall(), now);
    Baseline baseline = new Baseline(before.overall().value(), scoring, now);
    return new Effect(
        before, other.score(whole, then), Explanation.since(baseline, other, whole, then, then));
  }

  /**
   * The cells that keep an indicator from its best value as things stand; empty where it does not
   * count subjects one by one.
   */
  public Optional<List<Cell>> failing(String indicator) {
    return Shortfall.of(scoring.model(), indicator, frame(known.evidence().register()), asOf);
  }

  private Snapshot snapshot(List<RegisterEntry> register) {
    return IndicatorEvaluator.evaluate(scoring.model(), frame(register), asOf);
  }

  private EvidenceFrame frame(List<RegisterEntry> register) {
    OrganisationEvidence now = known.evidence();
    OrganisationEvidence changed =
        new OrganisationEvidence(
            now.organisation(),
            now.name(),
            now.revision(),
            now.complete(),
            now.windows(),
            now.cells(),
            now.populations(),
            now.feeds(),
            register,
            now.attestations());
    return frames.frame(changed, known.partials(), now.cells());
  }

  /** The score over everything before and after, and the lines between. */
  public record Effect(Score before, Score after, Change change) {}
}
