// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import dev.tidemark.postgres.admin.Scores.Reason;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reasons of one score from several periods, as those of the whole. */
final class Reasons {
  private static final Comparator<Reason> GREATEST_FIRST =
      Comparator.comparingDouble((Reason it) -> -Math.abs(it.contribution()))
          .thenComparing(Reason::indicator)
          .thenComparing(Reason::stratum)
          .thenComparing(Reason::reason);

  private record Place(String indicator, String stratum, String reason) {
    static Place of(Reason reason) {
      return new Place(reason.indicator(), reason.stratum(), reason.reason());
    }
  }

  private Reasons() {}

  /** One for each place and kind, the greatest share first. */
  static List<Reason> added(Stream<Reason> reasons) {
    Map<Place, Reason> sums = new LinkedHashMap<>();
    reasons.forEach(it -> sums.merge(Place.of(it), it, Reasons::sum));
    Collection<Reason> all = sums.values();
    return all.stream().sorted(GREATEST_FIRST).toList();
  }

  private static Reason sum(Reason one, Reason other) {
    return new Reason(
        one.composite(),
        one.indicator(),
        one.stratum(),
        one.reason(),
        one.contribution() + other.contribution());
  }
}
