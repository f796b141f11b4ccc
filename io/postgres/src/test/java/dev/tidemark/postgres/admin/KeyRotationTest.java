// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.TestDatabase;
import dev.tidemark.postgres.crypto.EncryptionKey;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.ledger.PostgresLedger;
import dev.tidemark.spi.TokenStore.Kept;
import dev.tidemark.spi.options.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {
  @TempDir private Path folder;

  @Test
  void keysChangeWhileReadersGoOnReading() throws IOException {
    Path file = folder.resolve("key");
    Files.writeString(file, EncryptionKey.random().reveal());
    DatabaseAccess access = TestDatabase.fresh().withKey("file:" + file);
    try (PostgresLedger running = access.open();
        Administration people = Administration.of(access)) {
      OrganisationId organisation = people.organisations().findOrCreate("one");
      ConnectorId connector = people.connectors().add(connector(organisation), "test");
      Map<ConnectorId, Long> versions = running.registry().activeVersions();
      byte[] pseudonymKey = running.registry().pseudonymKey(organisation);
      Kept token = new Kept(Secret.of("refresh"), null, "origin");
      running.registry().tokens(connector).renew("it", none -> token);

      Files.writeString(file, EncryptionKey.rotated(Secret.of(Files.readString(file))).reveal());
      assertThat(settings(running, connector)).isEqualTo("{\"a\":1}");
      String sealed = details(access);
      assertThat(people.keys().rehearse()).isEqualTo(2);
      assertThat(details(access)).as("a rehearsal changes nothing").isEqualTo(sealed);
      assertThat(people.keys().rewrap("rotation")).isEqualTo(2);
      assertThat(details(access)).isNotEqualTo(sealed);
      assertThat(settings(running, connector)).isEqualTo("{\"a\":1}");
      Files.writeString(file, EncryptionKey.first(Secret.of(Files.readString(file))).reveal());
      assertThat(settings(running, connector)).isEqualTo("{\"a\":1}");

      try (PostgresLedger restarted = access.open()) {
        assertThat(settings(restarted, connector)).isEqualTo("{\"a\":1}");
        assertThat(restarted.registry().pseudonymKey(organisation)).isEqualTo(pseudonymKey);
        assertThat(restarted.registry().tokens(connector).renew("it", Optional::orElseThrow))
            .isEqualTo(token);
      }
      assertThat(running.registry().activeVersions()).isEqualTo(versions);
      assertThat(people.status().access(organisation, Instant.EPOCH))
          .extracting(Status.Access::action)
          .contains("REWRAP");
    }
  }

  @Test
  void withoutTheKeyNothingOpens() {
    DatabaseAccess access = TestDatabase.fresh();
    try (Administration people = Administration.of(access);
        PostgresLedger stranger = access.withKey(EncryptionKey.random().reveal()).open()) {
      OrganisationId organisation = people.organisations().findOrCreate("one");
      ConnectorId connector = people.connectors().add(connector(organisation), "test");
      assertThatThrownBy(() -> settings(stranger, connector)).hasMessageContaining("does not open");
      try (Administration other =
          Administration.of(access.withKey(EncryptionKey.random().reveal()))) {
        assertThatThrownBy(() -> other.keys().rehearse()).hasMessageContaining("does not open");
      }
    }
  }

  private static String details(DatabaseAccess access) {
    try (Database database = access.database()) {
      return database.snapshot(
          session ->
              session.one(
                  "SELECT connection_details::text AS details FROM data_connectors",
                  row -> row.text("details")));
    }
  }

  private static NewConnector connector(OrganisationId organisation) {
    return new NewConnector(
        organisation, "postgresql", "db", Secret.of("{\"a\":1}"), Set.of(), Map.of());
  }

  private static String settings(PostgresLedger ledger, ConnectorId connector) {
    return ledger.registry().settings(connector, "test").orElseThrow().settings().reveal();
  }
}
