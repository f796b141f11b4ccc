// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Owned;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.ConnectorEntry;
import dev.tidemark.postgres.ledger.PostgresLedger;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.TokenStore;
import dev.tidemark.spi.ledger.ConnectorRegistry;
import dev.tidemark.spi.ledger.ConnectorSettings;
import dev.tidemark.spi.options.Settings;
import java.util.List;
import java.util.function.Function;

/** Connectors as the database keeps them. */
final class StoredConnectors {
  private final DatabaseChoice choice;

  StoredConnectors(DatabaseChoice choice) {
    this.choice = choice;
  }

  /**
   * Does something with the connector of that name, of whatever organisation has it. The database
   * stays open meanwhile: it may be what the connector reads.
   */
  <T> T use(String name, Function<ReadableConnector, T> work) {
    try (OpenDatabase database = choice.openExisting();
        PostgresLedger ledger = database.access().open()) {
      return work.apply(named(name, database, ledger.registry()));
    }
  }

  private static ReadableConnector named(
      String name, OpenDatabase database, ConnectorRegistry registry) {
    try (Administration administration = Administration.of(database.access())) {
      ConnectorEntry entry = entry(administration, name);
      String purpose = Registration.purpose("looked at from the command line");
      ConnectorSettings stored =
          registry
              .settings(entry.id(), purpose)
              .orElseThrow(() -> new CommandFailure(name + " was removed just now."));
      return readable(entry, stored, registry.tokens(entry.id()));
    }
  }

  private static ConnectorEntry entry(Administration administration, String name) {
    List<ConnectorEntry> all =
        Owned.all(administration, administration.connectors()::list).stream()
            .map(Owned::entry)
            .toList();
    List<ConnectorEntry> found = all.stream().filter(it -> it.name().equals(name)).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new CommandFailure(
        found.isEmpty()
            ? "There is no connector '"
                + name
                + "'. There are: "
                + all.stream().map(ConnectorEntry::name).sorted().toList()
                + "; or name a file."
            : "More than one organisation has a connector '" + name + "'. Name its file instead.");
  }

  private static ReadableConnector readable(
      ConnectorEntry entry, ConnectorSettings stored, TokenStore tokens) {
    ConnectorType type = ConnectorTypes.of(entry.type());
    Settings settings = type.description().options().parse(stored.settings().reveal());
    return new ReadableConnector(type, entry.name(), settings, entry.streams(), tokens);
  }
}
