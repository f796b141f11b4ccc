// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import java.util.List;

/**
 * A stratum whose unseen indicators are worth connecting.
 *
 * @param stratum the stratum, or everywhere for indicators no stratum of the estate feeds yet
 * @param indicators what would become visible
 * @param narrowing by how much the ignorance interval of the maturity would shrink
 */
public record NextConnection(String stratum, List<String> indicators, double narrowing) {
  public NextConnection {
    indicators = List.copyOf(indicators);
  }
}
