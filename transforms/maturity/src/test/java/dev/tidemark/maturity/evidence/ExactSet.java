// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import java.util.Set;
import java.util.TreeSet;

/** A set that counts exactly. */
record ExactSet(Set<String> members) implements Aggregate.Distinct {
  static ExactSet of(String... members) {
    return new ExactSet(new TreeSet<>(Set.of(members)));
  }

  static ExactSet numbered(int from, int to) {
    Set<String> members = new TreeSet<>();
    for (int number = from; number < to; number++) {
      members.add("p" + number);
    }
    return new ExactSet(members);
  }

  @Override
  public double estimate() {
    return members.size();
  }

  @Override
  public Aggregate.Distinct union(Aggregate.Distinct other) {
    Set<String> union = new TreeSet<>(members);
    union.addAll(((ExactSet) other).members);
    return new ExactSet(union);
  }

  @Override
  public Aggregate.Distinct intersection(Aggregate.Distinct other) {
    Set<String> both = new TreeSet<>(members);
    both.retainAll(((ExactSet) other).members);
    return new ExactSet(both);
  }

  @Override
  public Aggregate.Distinct difference(Aggregate.Distinct other) {
    Set<String> rest = new TreeSet<>(members);
    rest.removeAll(((ExactSet) other).members);
    return new ExactSet(rest);
  }
}
