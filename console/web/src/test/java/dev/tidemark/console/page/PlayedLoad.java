// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tidemark.maturity.live.OrganisationScorer;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.database.Session;
import dev.tidemark.postgres.ledger.PostgresLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;

/** A large installation, filled with what tests of the API's speed use. */
record PlayedLoad(DatabaseAccess access, OrganisationId large, OrganisationId scored) {
  /** Answers its organisations: one with all the connectors, one with a year of scores. */
  static JsonNode filled(DatabaseAccess access, Path statements) {
    OrganisationId large = PlayedOrganisation.found(access, "Large Ltd");
    OrganisationId scored = PlayedOrganisation.found(access, "Scored Ltd");
    PlayedLoad load = new PlayedLoad(access, large, scored);
    load.fill(statements);
    load.score();
    return JsonNodeFactory.instance
        .objectNode()
        .put("large", large.toString())
        .put("scored", scored.toString());
  }

  private void fill(Path statements) {
    String text = read(statements).replaceAll("(?m)^--.*", "");
    access
        .database()
        .transaction(
            session -> {
              // What constraints and triggers would do row by row is not what is measured.
              session.change("SET LOCAL session_replication_role = replica");
              for (String statement : text.split(";\\s*")) {
                change(session, statement.strip());
              }
              return session.change("ANALYZE");
            });
  }

  private void change(Session session, String statement) throws SQLException {
    if (!statement.isEmpty()) {
      session.change(
          statement
              .replace(":large", "'" + large + "'::uuid")
              .replace(":scored", "'" + scored + "'::uuid"));
    }
  }

  private void score() {
    try (PostgresLedger ledger = access.open()) {
      OrganisationScorer scorer = OrganisationScorer.on(ledger);
      ledger.scores().write(scorer.score(scored, Instant.now()));
      ledger.scores().write(scorer.score(large, Instant.now()));
    }
  }

  private static String read(Path statements) {
    try {
      return Files.readString(statements);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(statements + " cannot be read", unreadable);
    }
  }
}
