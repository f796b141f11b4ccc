// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.splittabledofn.WatermarkEstimators;
import org.joda.time.Instant;

/**
 * What the steps that poll have in common: they share the runtime of their job in this JVM, their
 * restriction counts, and their watermark is told. A drain ends each of them where it is, as their
 * restrictions have no end.
 */
abstract class PollingFn<InputT, OutputT> extends DoFn<InputT, OutputT> {
  private static final long serialVersionUID = 1L;

  private final RuntimeKey key;
  private transient SourceRuntime runtime;
  private transient Object owner;

  PollingFn(RuntimeKey key) {
    this.key = key;
  }

  RuntimeKey key() {
    return key;
  }

  SourceRuntime runtime() {
    return runtime;
  }

  /** Stands for this instance among those that share the runtime. */
  Object owner() {
    return owner;
  }

  @Setup
  public void setup() {
    runtime = SourceRuntime.enter(key);
    owner = new Object();
  }

  @Teardown
  public void teardown() {
    if (runtime != null) {
      runtime.leave(owner);
    }
  }

  @GetInitialRestriction
  public PollRange initialRestriction() {
    return PollRange.start();
  }

  @GetRestrictionCoder
  public Coder<PollRange> restrictionCoder() {
    return PollRangeCoder.of();
  }

  @NewTracker
  public PollTracker newTracker(@Restriction PollRange range) {
    return new PollTracker(range);
  }

  @GetSize
  public double size() {
    return 1;
  }

  @GetInitialWatermarkEstimatorState
  public Instant initialWatermark(@Timestamp Instant timestamp) {
    return timestamp;
  }

  @NewWatermarkEstimator
  public WatermarkEstimators.Manual newWatermarkEstimator(@WatermarkEstimatorState Instant state) {
    return new WatermarkEstimators.Manual(state);
  }
}
