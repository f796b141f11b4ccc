// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import dev.tidemark.console.access.Gate;
import dev.tidemark.console.web.Body;
import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.postgres.admin.ConnectorEntry;
import dev.tidemark.postgres.crypto.Keyring;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.ledger.PostgresLedger;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.TokenStore;
import dev.tidemark.spi.ledger.ConnectorSettings;
import dev.tidemark.spi.options.Options;
import dev.tidemark.spi.options.Secret;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Connectors to be tried, as a request has them.
 *
 * @param owner the database seen as its owner: tokens that change with use are renewed for all who
 *     use them
 */
record Tried(Types types, Database owner, Keyring keyring) {
  /** Settings as they are sent. */
  record Unsaved(@Nullable Map<String, @Nullable Object> settings) {
    /** The settings may hold secrets. */
    @Override
    public String toString() {
      return "settings";
    }
  }

  /** The account a request describes. */
  Candidate unsaved(Call call) {
    ConnectorType type = types.require(call.context().pathParam("type"));
    Unsaved sent = Body.read(call.context(), Unsaved.class);
    Map<String, @Nullable Object> given = Objects.requireNonNullElse(sent.settings(), Map.of());
    Secret settings = ConnectorReader.settings(type, given);
    return candidate(
        type, settings, Set.of(), TokenStore.absent("these settings are not saved yet"));
  }

  /** The account of a connector; that its settings are used is noted. */
  Candidate stored(Call call, String verb) {
    ConnectorEntry entry = ConnectorResource.found(call);
    ConnectorId id = entry.id();
    ConnectorSettings settings =
        new PostgresLedger(call.database(), keyring)
            .registry()
            .settings(id, call.purpose(verb))
            .orElseThrow(() -> Gate.missing("connector"));
    ConnectorType type = types.find(entry.type()).orElseThrow(() -> unknown(entry));
    TokenStore tokens = new PostgresLedger(owner, keyring).registry().tokens(id);
    return candidate(type, settings.settings(), entry.streams(), tokens);
  }

  private static Candidate candidate(
      ConnectorType type, Secret settings, Set<String> streams, TokenStore tokens) {
    Options options = type.description().options();
    String json = settings.reveal();
    return new Candidate(type, options.parse(json), streams, tokens, Censor.of(options, json));
  }

  private static RuntimeException unknown(ConnectorEntry entry) {
    return Problem.of(Kind.CONFLICT, "This server does not know the type " + entry.type() + ".")
        .thrown();
  }
}
