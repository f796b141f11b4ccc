// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.spi.ledger.ConnectorSettings;
import dev.tidemark.spi.ledger.RegistryChange;
import dev.tidemark.spi.ledger.RegistryChange.ActiveConnector;
import dev.tidemark.spi.options.Secret;

/** A connector as configured. Immutable. */
record ConnectorRow(
    OrganisationId organisation,
    ActiveConnector connector,
    Secret settings,
    Cost budget,
    long version,
    boolean active) {
  RegistryChange change() {
    return new RegistryChange(version, organisation, connector);
  }

  ConnectorSettings settings(ConnectorId id) {
    return new ConnectorSettings(id, connector.type(), version, settings, budget);
  }
}
