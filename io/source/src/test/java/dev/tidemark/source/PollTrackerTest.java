// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.stream.Cursor;
import java.util.Objects;
import org.apache.beam.sdk.transforms.splittabledofn.SplitResult;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;

class PollTrackerTest {
  private static final PollRange RANGE = new PollRange(7, 5, Long.MAX_VALUE, Cursor.start());

  private final PollTracker tracker = new PollTracker(RANGE);

  @Test
  void aSplitLeavesWhatWasNotClaimedToTheRest() {
    Cursor cursor = new Cursor("{\"n\":6}");
    tracker.tryClaim(PollClaim.of(5));
    tracker.tryClaim(new PollClaim(6, cursor));

    SplitResult<PollRange> split = Objects.requireNonNull(tracker.trySplit(0));
    assertThat(split.getPrimary()).isEqualTo(new PollRange(7, 5, 7, Cursor.start()));
    assertThat(split.getResidual()).isEqualTo(new PollRange(7, 7, Long.MAX_VALUE, cursor));
    tracker.checkDone();
    assertThat(tracker.tryClaim(PollClaim.of(7))).isFalse();
    assertThat(tracker.trySplit(0)).isNull();
  }

  @Test
  void aSplitBeforeTheFirstClaimLeavesEverything() {
    SplitResult<PollRange> split = Objects.requireNonNull(tracker.trySplit(0));
    assertThat(split.getResidual()).isEqualTo(RANGE);
    tracker.checkDone();
  }

  @Test
  void theEndClaimsWhatIsLeft() {
    assertThatThrownBy(tracker::checkDone).isInstanceOf(IllegalStateException.class);
    assertThat(tracker.tryClaim(PollClaim.end())).isFalse();
    tracker.checkDone();
  }

  @Test
  void claimsAscend() {
    tracker.tryClaim(PollClaim.of(6));
    assertThatThrownBy(() -> tracker.tryClaim(PollClaim.of(6)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void savedRangesStayReadable() throws Exception {
    PollRange range = new PollRange(-3, 300, Long.MAX_VALUE, new Cursor("{\"n\":1}"));
    String golden = "Af3__________wGsAv__________fwd7Im4iOjF9";
    assertThat(CoderUtils.encodeToBase64(PollRangeCoder.of(), range)).isEqualTo(golden);
    assertThat(CoderUtils.decodeFromBase64(PollRangeCoder.of(), golden)).isEqualTo(range);
    SerializableUtils.ensureSerializable(PollRangeCoder.of());
  }
}
