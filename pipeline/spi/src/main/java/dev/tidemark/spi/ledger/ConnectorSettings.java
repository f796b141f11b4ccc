// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.spi.options.Secret;

/**
 * What was configured for a connector.
 *
 * @param settings JSON object of option names and values, secret as a whole
 */
public record ConnectorSettings(
    ConnectorId connector, String type, long version, Secret settings) {}
