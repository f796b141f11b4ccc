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
   * meanwhile: one RESTATEMENT line if the state of then as known today scores otherwise than was
   * published, one MODEL line for the cut-over to the new model on that same state, then the
   * attribution under the new model.
   *
   * @param first the state of then as the new model sees it
   */
  public static Change since(
      Baseline then, Scoring scoring, Composite composite, Snapshot first, Snapshot last) {
    double restated = then.restated(composite);
    double remodelled = scoring.score(composite, first).overall().value();
    Change change = between(scoring, composite, first, last);
    List<Contribution> lines = new ArrayList<>(change.lines());
    addLine(lines, Reason.RESTATEMENT, restated - then.published());
    addLine(lines, Reason.MODEL, remodelled - restated);
    return new Change(then.published(), change.to(), lines);
  }

  private static void addLine(List<Contribution> lines, Reason reason, double score) {
    if (score != 0) {
      lines.add(new Contribution(WHOLE, reason, score));
    }
  }
}
