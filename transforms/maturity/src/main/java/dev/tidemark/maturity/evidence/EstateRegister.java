// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import java.util.List;

/**
 * What an organisation's estate consists of. Without entries, all connected platforms have equal
 * shares.
 */
public record EstateRegister(List<EstateEntry> entries, List<Exemption> exemptions) {
  /** Nothing registered. */
  public static final EstateRegister EMPTY = new EstateRegister(List.of(), List.of());

  public EstateRegister {
    entries = List.copyOf(entries);
    exemptions = List.copyOf(exemptions);
  }

  /** Whether shares are assumed rather than registered. */
  public boolean hasAssumedShares() {
    return entries.isEmpty();
  }
}
