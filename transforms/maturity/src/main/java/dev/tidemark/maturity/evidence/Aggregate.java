// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import java.time.Instant;

/** What a day keeps of a metric, as far as scoring needs to see it. */
public sealed interface Aggregate {
  /** An amount and the number of points it was added from. */
  record Sum(double sum, long count) implements Aggregate {
    public Sum {
      requireFinite(sum);
    }
  }

  /** Added numerators and added denominators. */
  record Ratio(double numerator, double denominator) implements Aggregate {
    public Ratio {
      requireFinite(numerator);
      requireFinite(denominator);
    }
  }

  /** The value with the greatest (time, revision). */
  record Last(double value, Instant at, long revision) implements Aggregate {
    public Last {
      requireFinite(value);
    }
  }

  /** A mergeable summary of single values. Immutable: merging returns another one. */
  non-sealed interface Quantile extends Aggregate {
    /** The number of values summarised. */
    long count();

    /** The value at a rank from 0 to 1; asked only if there are values. */
    double quantile(double rank);

    /** The summary of the values of both, which are of the same family. */
    Quantile merge(Quantile other);
  }

  /** A mergeable summary of a set of identities. Immutable: set operations return another one. */
  non-sealed interface Distinct extends Aggregate {
    /** The number of different identities. */
    double estimate();

    /** Those in either, which are of the same family. */
    Distinct union(Distinct other);

    /** Those in both. */
    Distinct intersection(Distinct other);

    /** Those here and not in the other. */
    Distinct difference(Distinct other);
  }

  private static void requireFinite(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("an aggregate holds finite numbers only, not " + number);
    }
  }
}
