// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import dev.tidemark.maturity.curve.Curve;
import dev.tidemark.model.metric.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is measured and scored.
 *
 * @param weight its weight within its dimension
 * @param measure how its raw value comes from metrics; a cut-down model that is fed raw values has
 *     none
 * @param unit the unit of the raw value
 * @param halfLife how long good news takes to lose half of its weight once it is stale
 * @param grace the age that still counts as fresh, where the model overrides the rule of its
 *     sources
 * @param requirement what must be measured before this may count
 */
public record Indicator(
    String id,
    String dimension,
    double weight,
    Optional<Measure> measure,
    Unit unit,
    Curve curve,
    Window window,
    Duration halfLife,
    Optional<Duration> grace,
    EvidenceRule evidence,
    Optional<Requirement> requirement,
    IndicatorStatus status,
    Description description) {
  /** The weight it has in scores: none while it is a preview. */
  public double scoredWeight() {
    return status == IndicatorStatus.PREVIEW ? 0 : weight;
  }

  /**
   * What people are told of an indicator.
   *
   * @param label the fewest words for its raw value
   * @param goal what an organisation wants when it improves it
   * @param basis where the anchors of its curve come from; empty if the model does not say
   * @param crosswalk the frameworks it speaks to, informative only
   * @param remediation where to read what to do
   */
  public record Description(
      String label,
      String goal,
      String basis,
      List<String> crosswalk,
      Optional<String> remediation) {
    /** Anchors with no published norm behind them carry this word wherever they are shown. */
    public static final String EXPERT_DEFAULT = "expert default";

    public Description {
      crosswalk = List.copyOf(crosswalk);
    }

    /** Whether the anchors have no published norm behind them. */
    public boolean isExpertDefault() {
      return basis.equals(EXPERT_DEFAULT);
    }
  }
}
