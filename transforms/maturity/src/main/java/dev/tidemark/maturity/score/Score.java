// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A composite of a model for one snapshot.
 *
 * @param composite the composite's id
 * @param overall S with its bounds and coverage
 * @param dimensions D by dimension; dimensions that do not apply are absent
 * @param indicators x by indicator; indicators that do not apply are absent, previews are there
 * @param weights the weights the score was computed with
 */
public record Score(
    String composite,
    Estimate overall,
    SortedMap<String, Estimate> dimensions,
    SortedMap<String, Estimate> indicators,
    Weights weights) {
  /** What turns a score into a maturity. */
  public static final double SCALE = 5;

  public Score {
    dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    indicators = Collections.unmodifiableSortedMap(new TreeMap<>(indicators));
  }

  /** The maturity, from 0 to 5. */
  public double maturity() {
    return overall.maturity();
  }

  /** The lower end of the ignorance interval of the maturity. */
  public double low() {
    return SCALE * overall.low();
  }

  /** The upper end of the ignorance interval of the maturity. */
  public double high() {
    return SCALE * overall.high();
  }

  /** The share of the composite that is known. */
  public double coverage() {
    return overall.coverage();
  }

  /**
   * D of one dimension.
   *
   * @throws IllegalArgumentException if it does not apply
   */
  public Estimate dimension(String id) {
    Estimate estimate = dimensions.get(id);
    if (estimate == null) {
      throw new IllegalArgumentException("dimension " + id + " does not apply");
    }
    return estimate;
  }

  /** The maturity of the weakest dimension that applies, if any does. */
  public Optional<Map.Entry<String, Estimate>> weakest() {
    return dimensions.entrySet().stream()
        .min(Map.Entry.comparingByValue((a, b) -> Double.compare(a.value(), b.value())));
  }
}
