// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.spi.options.Secret;

/**
 * What was configured for a connector.
 *
 * @param settings JSON object of option names and values, secret as a whole
 * @param budget what reading it may cost in a day of UTC; a unit that is not named is not bounded
 */
public record ConnectorSettings(
    ConnectorId connector, String type, long version, Secret settings, Cost budget) {
  /** Settings of a connector whose costs are not bounded. */
  public ConnectorSettings(ConnectorId connector, String type, long version, Secret settings) {
    this(connector, type, version, settings, Cost.none());
  }
}
