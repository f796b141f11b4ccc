// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.stream.Cursor;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.apache.beam.sdk.transforms.splittabledofn.SplitResult;
import org.jspecify.annotations.Nullable;

/**
 * Tracks a {@link PollRange}. It splits only right after what was claimed: one element is one
 * stream, which has one reader. Beam synchronises its calls.
 */
final class PollTracker extends RestrictionTracker<PollRange, PollClaim> {
  private PollRange range;
  private long next;
  private Cursor cursor;

  PollTracker(PollRange range) {
    this.range = range;
    this.next = range.from();
    this.cursor = range.cursor();
  }

  @Override
  public boolean tryClaim(PollClaim claim) {
    if (claim.count() < next) {
      throw new IllegalArgumentException("claims ascend: " + claim.count() + " after " + next);
    }
    if (claim.count() >= range.to()) {
      next = range.to();
      return false;
    }
    next = claim.count() + 1;
    cursor = claim.cursor();
    return true;
  }

  @Override
  public PollRange currentRestriction() {
    return range;
  }

  @Override
  public @Nullable SplitResult<PollRange> trySplit(double fractionOfRemainder) {
    if (next >= range.to()) {
      return null;
    }
    PollRange rest = range.after(next, cursor);
    range = range.until(next);
    return SplitResult.of(range, rest);
  }

  @Override
  public void checkDone() {
    if (next < range.to()) {
      throw new IllegalStateException("polls from " + next + " on were neither made nor split off");
    }
  }

  @Override
  public IsBounded isBounded() {
    return IsBounded.UNBOUNDED;
  }
}
