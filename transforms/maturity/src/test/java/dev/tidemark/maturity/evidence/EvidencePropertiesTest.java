// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import static dev.tidemark.maturity.evidence.FrameBuilder.NOW;
import static dev.tidemark.maturity.evidence.FrameBuilder.ONE;
import static dev.tidemark.maturity.evidence.FrameBuilder.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Scoring;
import dev.tidemark.maturity.score.Snapshot;
import dev.tidemark.model.metric.SubjectKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of all evidence: its order and its size do not matter, and silence never pays. */
class EvidencePropertiesTest {
  @Test
  void theOrderOfFactsDoesNotMatter() {
    EvidenceFrame plain = sized(1).frame();
    List<DayPartial> backwards = new ArrayList<>(plain.partials());
    Collections.reverse(backwards);
    EvidenceFrame reversed =
        new EvidenceFrame(
            backwards,
            plain.cells(),
            plain.populations(),
            plain.feeds(),
            plain.attestations(),
            plain.register(),
            plain.supply());
    assertThat(IndicatorEvaluator.evaluate(MaturityModel.core(), reversed, NOW))
        .isEqualTo(IndicatorEvaluator.evaluate(MaturityModel.core(), plain, NOW));
  }

  /** P5: ten times the organisation with the same ratios scores the same. */
  @Test
  void sizeDoesNotMatter() {
    assertThat(score(sized(10))).isEqualTo(score(sized(1)));
  }

  /** P2 and P12: from day to day without any news the score only falls. */
  @Test
  void silenceNeverPays() {
    EvidenceFrame silent = sized(1).frame();
    Scoring scoring = new Scoring(MaturityModel.core());
    double before = 1;
    for (int days = 0; days < 120; days++) {
      Snapshot snapshot =
          IndicatorEvaluator.evaluate(scoring.model(), silent, NOW.plus(Duration.ofDays(days)));
      double score = scoring.score(scoring.model().overall(), snapshot).overall().value();
      assertThat(score).as("after %d days", days).isLessThanOrEqualTo(before + 1e-12);
      assertThat(days < 3 || score < before).as("it decays daily, day %d", days).isTrue();
      before = score;
    }
  }

  private static FrameBuilder sized(int factor) {
    FrameBuilder sized = new FrameBuilder();
    sized.feed(ONE, "data.pipeline.run", "data.asset.state", "data.quality.check", "cost.amount");
    sized.population(ONE, SubjectKind.ASSET, 40L * factor, 50L * factor);
    sized.assets(
        ONE, 30L * factor, "owner.present", "true", "class", "none", "read.day", daysAgo(2));
    sized.assets(
        ONE, 10L * factor, "owner.present", "false", "class", "internal", "write.day", daysAgo(5));
    sized.sum(ONE, "data.pipeline.run", 1, 990d * factor, "outcome", "succeeded");
    sized.sum(ONE, "data.pipeline.run", 1, 10d * factor, "outcome", "failed");
    sized.day(ONE, "data.quality.check", 2, new Aggregate.Ratio(100d * factor, 1000d * factor));
    sized.sum(ONE, "cost.amount", 2, 70d * factor, "allocated", "true");
    sized.sum(ONE, "cost.amount", 2, 30d * factor, "allocated", "false");
    return sized;
  }

  private static double score(FrameBuilder sized) {
    Scoring scoring = new Scoring(MaturityModel.core());
    return scoring.score(scoring.model().overall(), sized.snapshot()).overall().value();
  }
}
