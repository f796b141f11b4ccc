// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an indicator stands on the one platform there is (scoring model, sections 2.4 and 2.5).
 *
 * @param published what is published of it
 * @param numerator of the raw value
 * @param of the denominator, which is what it rests on as well
 * @param sufficiency e
 * @param age of the evidence in days
 */
record Standing(Published published, long numerator, long of, double sufficiency, double age) {
  /** pi: what is believed of what nobody has seen. */
  static final double PRIOR = .2;

  /** Twice the time a source may be silent, which is a minute at least. */
  private static final double GRACE = 2 * 60 / 86_400d;

  /**
   * What is published of an indicator.
   *
   * @param id its name
   * @param weight in its dimension
   * @param at raw values in ascending order of utility
   * @param utility of each
   * @param halfLife in days
   */
  record Published(
      String id, double weight, List<Double> at, List<Double> utility, double halfLife) {
    Published {
      at = List.copyOf(at);
      utility = List.copyOf(utility);
    }
  }

  double u() {
    return interpolated((double) numerator / of, published.at(), published.utility());
  }

  private static double interpolated(double raw, List<Double> at, List<Double> utility) {
    double sign = Math.signum(at.get(at.size() - 1) - at.get(0));
    if (sign * (raw - at.get(0)) <= 0) {
      return utility.get(0);
    }
    for (int next = 1; next < at.size(); next++) {
      if (sign * (at.get(next) - raw) >= 0) {
        double part = (raw - at.get(next - 1)) / (at.get(next) - at.get(next - 1));
        return utility.get(next - 1) + part * (utility.get(next) - utility.get(next - 1));
      }
    }
    return utility.get(utility.size() - 1);
  }

  /** Good news ages, bad news does not. */
  double g() {
    return age <= GRACE || u() < PRIOR ? 1 : Math.pow(2, -(age - GRACE) / published.halfLife());
  }

  double known() {
    return sufficiency * g();
  }

  /** In the words of the rows. */
  String facts() {
    List<Object> words = new ArrayList<>(List.of((double) numerator, "of", (double) of));
    words.addAll(List.of("n", (double) of, "u", u(), "e", sufficiency, "g", g(), "m", 1d));
    words.add(age > GRACE ? "STALE" : sufficiency < 1 ? "PARTIAL" : "MEASURED");
    return String.join(" ", words.stream().map(String::valueOf).toList());
  }
}
