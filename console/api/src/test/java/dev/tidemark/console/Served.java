// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.connector.postgresql.PostgresqlType;
import dev.tidemark.console.access.Token;
import dev.tidemark.embedded.Database;
import dev.tidemark.embedded.TestServer;
import dev.tidemark.maturity.live.OrganisationScorer;
import dev.tidemark.maturity.live.ScoreOutlook;
import dev.tidemark.maturity.model.CoreModel;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.crypto.EncryptionKey;
import dev.tidemark.postgres.ledger.PostgresLedger;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A console over a database of its own, shared by the tests, which keep to own organisations. */
final class Served {
  static final DatabaseAccess ACCESS = migrated();
  static final dev.tidemark.postgres.database.Database DATABASE = ACCESS.database();
  static final Administration OWNER = Administration.of(ACCESS);
  static final Console CONSOLE =
      Console.start(
          ConsoleAddress.here(0), ACCESS.withConnections(Console.connections()), installed());
  static final ApiDocument DOCUMENT = ApiDocument.parse(plain("/openapi.json"));

  /** Everything any visitor was told. */
  static final List<String> HEARD = Visitor.nothingHeard();

  private Served() {}

  static Installed installed() {
    return new Installed(List.of(new PostgresqlType()), new ScoreOutlook(ACCESS));
  }

  static Visitor visitor() {
    return new Visitor(CONSOLE.origin(), HEARD);
  }

  static OrganisationId organisation() {
    return OWNER.organisations().findOrCreate("organisation " + UUID.randomUUID());
  }

  /** Somebody with that role there, signed in. */
  static Visitor member(OrganisationId organisation, String role) {
    UUID person = UUID.randomUUID();
    change("INSERT INTO console_person (id, name) VALUES (?, ?)", person, role + " " + person);
    change(
        "INSERT INTO console_role (person_id, organisation_id, role) VALUES (?, ?, ?)",
        person,
        organisation.value(),
        role);
    return signedIn(person);
  }

  /** Somebody who is signed in. */
  static Visitor signedIn(UUID person) {
    Token token = Token.random();
    keep(token, person);
    Visitor visitor = visitor().bearing("tidemark_session=" + token.reveal(), "");
    String proof = visitor.get("/api/session").json().path("csrf_token").asText();
    return visitor.bearing("tidemark_session=" + token.reveal(), proof);
  }

  /** Has the token be that of a session. */
  static void keep(Token token, UUID person) {
    change(
        "INSERT INTO console_session (hash, person_id, expires_at) VALUES (sha256(?::bytea), ?,"
            + " now() + interval '1 hour')",
        token.reveal().getBytes(StandardCharsets.UTF_8),
        person);
  }

  /** Scores it as a job does; answers the card with its revision. */
  static ObjectNode scored(OrganisationId organisation) {
    String model = MaturityModel.core().reference();
    OWNER.models().register(model, "1.0.0", CoreModel.text());
    OWNER.models().activate(model);
    try (PostgresLedger ledger = ACCESS.open()) {
      List<ScoreUpdate> updates = OrganisationScorer.on(ledger).score(organisation, Instant.now());
      ledger.scores().write(updates);
      ScoreUpdate last = updates.get(updates.size() - 1);
      return ((ObjectNode) ApiDocument.json(last.card())).put("revision", last.revision());
    }
  }

  static void change(String sql, Object... parameters) {
    DATABASE.transaction(session -> session.change(sql, parameters));
  }

  static long count(String sql, Object... parameters) {
    return DATABASE.transaction(session -> session.one(sql, row -> row.bigint("n"), parameters));
  }

  /** A stream of a connector, as a job that has taken it leaves it. */
  static void stream(OrganisationId organisation, UUID connector) {
    change(
        """
        INSERT INTO stream (organisation_id, connector_id, name, connector_type, stratum, interval_millis, latency_millis,
                            precedence, metrics)
        VALUES (?, ?, 'tables', 'postgresql', 's', 60000, 0, 'NATIVE_PLATFORM', '{m}')\
        """,
        organisation.value(),
        connector);
  }

  private static DatabaseAccess migrated() {
    Database fresh = TestServer.freshDatabase();
    DatabaseAccess access =
        DatabaseAccess.at(fresh.jdbcUrl() + "?user=" + fresh.user())
            .withPassword(fresh.password().reveal())
            .withKey(EncryptionKey.random().reveal())
            .withPatience(Duration.ofSeconds(30));
    access.migrations().apply();
    return access;
  }

  /** What is answered at a path that is none of the API's. */
  static String plain(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(CONSOLE.origin().resolve(path))
            .header("Accept", "text/html")
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(path + " is not served", failure);
    }
  }
}
