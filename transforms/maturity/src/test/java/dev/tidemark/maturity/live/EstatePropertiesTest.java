// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.maturity.evidence.EvidenceFrame;
import dev.tidemark.maturity.evidence.IndicatorEvaluator;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Change;
import dev.tidemark.maturity.score.Contribution;
import dev.tidemark.maturity.score.Explanation;
import dev.tidemark.maturity.score.Reason;
import dev.tidemark.maturity.score.Scoring;
import dev.tidemark.maturity.score.Snapshot;
import dev.tidemark.spi.ledger.OrganisationEvidence.Feed;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must hold of any estate when platforms are disconnected, declared and retired. */
class EstatePropertiesTest {
  private static final double ROUNDING = 1e-12;
  private final Scoring scoring = new Scoring(MaturityModel.core());

  /** P2: removing connectors never raises the score, at once or later. */
  @Property(tries = 200)
  void disconnectingNeverPays(
      @ForAll("estates") RandomEstate estate,
      @ForAll @IntRange(max = 3) int removed,
      @ForAll @IntRange(max = 400) int days) {
    List<Feed> feeds = estate.feeds();
    List<Feed> left = new ArrayList<>(feeds);
    int index = removed % feeds.size();
    left.set(index, RandomEstate.left(feeds.get(index)));
    double before = score(estate.frame(feeds, estate.register()), RandomEstate.NOW);
    Instant later = RandomEstate.NOW.plus(Duration.ofDays(days));
    assertThat(score(estate.frame(left, estate.register()), later))
        .isLessThanOrEqualTo(before + ROUNDING);
  }

  /** Retiring a platform is a change of scope and of nothing else. */
  @Property(tries = 200)
  void retiringIsScope(
      @ForAll("estates") RandomEstate estate, @ForAll @IntRange(max = 3) int retired) {
    List<RegisterEntry> register = new ArrayList<>(estate.register());
    String platform = estate.platforms().get(retired % estate.platforms().size());
    register.removeIf(entry -> entry.stratum().urn().equals(platform));
    register.add(RandomEstate.retired(platform));
    Snapshot before = snapshot(estate.frame(estate.feeds(), estate.register()), RandomEstate.NOW);
    Snapshot after = snapshot(estate.frame(estate.feeds(), register), RandomEstate.NOW);
    assertThat(after.standings().keySet()).noneMatch(at -> at.stratum().equals(platform));
    Change change = Explanation.between(scoring, scoring.model().overall(), before, after);
    assertThat(Math.abs(change.residual())).isLessThan(1e-9);
    assertThat(change.lines()).extracting(Contribution::reason).containsOnly(Reason.SCOPE);
  }

  /** What is connected and not declared counts, whatever else is declared. */
  @Property(tries = 100)
  void declaringOneTakesNoOtherOut(@ForAll("estates") RandomEstate estate) {
    Snapshot snapshot = snapshot(estate.frame(estate.feeds(), estate.register()), RandomEstate.NOW);
    assertThat(snapshot.of("OPS.SUC").keySet())
        .extracting(at -> at.stratum())
        .containsExactlyElementsOf(estate.platforms());
    assertThat(snapshot.of("OPS.SUC").values())
        .allSatisfy(standing -> assertThat(standing.share()).isPositive());
  }

  @Provide
  Arbitrary<RandomEstate> estates() {
    return RandomEstate.any();
  }

  private Snapshot snapshot(EvidenceFrame frame, Instant asOf) {
    return IndicatorEvaluator.evaluate(scoring.model(), frame, asOf);
  }

  private double score(EvidenceFrame frame, Instant asOf) {
    return scoring.score(scoring.model().overall(), snapshot(frame, asOf)).overall().value();
  }
}
