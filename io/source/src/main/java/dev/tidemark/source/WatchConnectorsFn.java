// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.ledger.RegistryChange;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.splittabledofn.ManualWatermarkEstimator;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;

/** Follows the registry's version clock; the restriction counts versions. */
@DoFn.UnboundedPerElement
final class WatchConnectorsFn extends PollingFn<byte[], Assignment> {
  private static final long serialVersionUID = 1L;
  private static final Duration BETWEEN_QUESTIONS = Duration.millis(800);
  private static final Duration UNTIL_ANSWERED = Duration.millis(20);

  private final @Nullable SerializableFunction<String, RuntimeException> failure;
  private transient RegistryQuestion question;

  WatchConnectorsFn(
      RuntimeKey key, @Nullable SerializableFunction<String, RuntimeException> failure) {
    super(key);
    this.failure = failure;
  }

  @Setup
  @Override
  public void setup() {
    super.setup();
    question = new RegistryQuestion(runtime().books().registry(), runtime().ledgerThreads());
  }

  @ProcessElement
  public ProcessContinuation process(
      RestrictionTracker<PollRange, PollClaim> tracker,
      ManualWatermarkEstimator<Instant> watermark,
      MultiOutputReceiver out) {
    Optional<PipelineJob> successor = runtime().registry().superseding(key().pipelineJob());
    if (successor.isPresent()) {
      failIfToldTo(successor.get());
      tracker.tryClaim(PollClaim.end());
      return ProcessContinuation.stop();
    }
    Optional<List<RegistryChange>> changes =
        question.changesFrom(tracker.currentRestriction().from());
    if (changes.isEmpty()) {
      return ProcessContinuation.resume().withResumeDelay(UNTIL_ANSWERED);
    }
    Instant now = WallClock.notBefore(watermark.currentWatermark());
    long claimed = -1;
    for (RegistryChange change : changes.get()) {
      if (change.version() != claimed && !tracker.tryClaim(PollClaim.of(change.version()))) {
        return ProcessContinuation.stop();
      }
      claimed = change.version();
      emit(change, now, out);
    }
    watermark.setWatermark(now);
    boolean more = changes.get().size() >= RegistryQuestion.MOST;
    return ProcessContinuation.resume().withResumeDelay(more ? Duration.ZERO : BETWEEN_QUESTIONS);
  }

  private void failIfToldTo(PipelineJob successor) {
    if (failure != null) {
      throw failure.apply(
          "superseded by job " + successor.epoch() + ", which reads on; nothing is lost");
    }
  }

  private static void emit(RegistryChange change, Instant now, MultiOutputReceiver out) {
    if (change.connector() == null) {
      out.get(WatchConnectors.ORGANISATIONS).outputWithTimestamp(change.organisation(), now);
    }
    for (Assignment assignment : Assignments.of(change)) {
      out.get(WatchConnectors.ASSIGNMENTS).outputWithTimestamp(assignment, now);
    }
  }
}
