// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.asset.Precedence;
import java.time.Instant;
import java.util.Comparator;
import java.util.SortedMap;

/**
 * What one stream tells of an asset.
 *
 * @param changedAt when it last told something else
 */
record ToldFacts(
    long stream,
    Precedence precedence,
    Instant changedAt,
    String type,
    String stratum,
    SortedMap<String, String> facts) {
  /** Whose word counts more comes first: by precedence, then the newest, then any fixed order. */
  static final Comparator<ToldFacts> BY_WEIGHT =
      Comparator.comparing(ToldFacts::precedence)
          .thenComparing(ToldFacts::changedAt)
          .thenComparing(ToldFacts::stream)
          .reversed();
}
