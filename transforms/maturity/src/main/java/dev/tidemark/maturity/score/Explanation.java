// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import dev.tidemark.maturity.model.Composite;
import java.util.ArrayList;
import java.util.List;

/**
 * Explains changes of scores exactly: every line summed, nothing is left over (scoring model,
 * section 2.10).
 */
public final class Explanation {
  private static final Coordinate WHOLE =
      new Coordinate(Coordinate.EVERYWHERE, Coordinate.EVERYWHERE);

  private Explanation() {}

  /** The change between two snapshots under one model. */
  public static Change between(
      Scoring scoring, Composite composite, Snapshot first, Snapshot last) {
    double from = scoring.score(composite, first).overall().value();
    double to = scoring.score(composite, last).overall().value();
    return new Change(from, to, Attribution.between(scoring, composite, first, last));
  }

  /**
   * The change since a published score, when the model or the closed day itself may have changed
   * meanwhile: one RESTATEMENT line if the first snapshot as known today scores otherwise than was
   * published, one MODEL line for the cut-over to the new model on that same snapshot, then the
   * attribution under the new model.
   *
   * @param published S as it was published for the first snapshot
   * @param former the model it was published under
   */
  public static Change since(
      double published,
      Scoring former,
      Scoring scoring,
      Composite composite,
      Snapshot first,
      Snapshot last) {
    double restated =
        former
            .score(former.model().composites().getOrDefault(composite.id(), composite), first)
            .overall()
            .value();
    double remodelled = scoring.score(composite, first).overall().value();
    Change change = between(scoring, composite, first, last);
    List<Contribution> lines = new ArrayList<>(change.lines());
    addLine(lines, Reason.RESTATEMENT, restated - published);
    addLine(lines, Reason.MODEL, remodelled - restated);
    return new Change(published, change.to(), lines);
  }

  private static void addLine(List<Contribution> lines, Reason reason, double score) {
    if (score != 0) {
      lines.add(new Contribution(WHOLE, reason, score));
    }
  }
}
