// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import java.util.List;

/**
 * All that is known of one organisation, independent of any model. The order of the lists does not
 * matter.
 */
public record EvidenceFrame(
    List<DayPartial> partials,
    List<Cell> cells,
    List<Population> populations,
    List<Feed> feeds,
    List<Attestation> attestations,
    EstateRegister register,
    Supply supply) {
  public EvidenceFrame {
    partials = List.copyOf(partials);
    cells = List.copyOf(cells);
    populations = List.copyOf(populations);
    feeds = List.copyOf(feeds);
    attestations = List.copyOf(attestations);
  }
}
