// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import java.util.Comparator;
import java.util.UUID;

/** An asset of an organisation. */
record AssetKey(UUID organisation, String urn) implements Comparable<AssetKey> {
  private static final Comparator<AssetKey> ORDER =
      Comparator.comparing(AssetKey::organisation).thenComparing(AssetKey::urn);

  @Override
  public int compareTo(AssetKey other) {
    return ORDER.compare(this, other);
  }
}
