// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.DeadLetter;
import dev.tidemark.postgres.admin.DeadLetters;
import dev.tidemark.postgres.admin.DeadLetters.Opened;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RejectedTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private final Fixture fixture = Fixture.shared();
  private final Administration administration = Administration.of(fixture.access);
  private final DeadLetters letters = administration.deadLetters();
  private final StreamId stream = fixture.newStream();

  @AfterEach
  void close() {
    administration.close();
    fixture.close();
  }

  @Test
  void equalRejectionsAreOne() {
    fixture.ledger.rejected().keep(List.of(rejected("k", "{"), rejected("k", "{")));
    fixture.ledger.rejected().keep(List.of(rejected("k", "{"), rejected("k", "[")));
    assertThat(opened())
        .extracting(Opened::payload)
        .containsExactlyInAnyOrder(Bytes.utf8("{"), Bytes.utf8("["));
  }

  @Test
  void bytesThatAreNoTextAreKeptAsTheyAre() {
    Bytes payload = Bytes.wrap(new byte[] {0, -1, 10});
    fixture
        .ledger
        .rejected()
        .keep(List.of(new RejectedRecord(stream, "postgresql", "a\0b", "no\0", payload, NOON)));
    assertThat(opened().get(0).payload()).isEqualTo(payload);
  }

  @Test
  void whoLooksIsNotedWithTheRecord() {
    fixture.ledger.rejected().keep(List.of(rejected("k", "{")));
    UUID id = opened().get(0).letter().id();
    assertThat(
            fixture.text(
                "SELECT string_agg(action || ' ' || purpose, ';') AS text FROM"
                    + " connector_access_audit WHERE connector_id = ?",
                stream.connector().value()))
        .isEqualTo("READ a test: rejected record " + id);
  }

  @Test
  void lettersOfARemovedConnectorStopNothing() {
    StreamId gone = new StreamId(fixture.organisation, new ConnectorId(UUID.randomUUID()), "x");
    RejectedRecord letter = new RejectedRecord(gone, "x", "k", "why", Bytes.empty(), NOON);
    fixture.ledger.rejected().keep(List.of(letter, rejected("k", "{")));
    assertThat(letters.list(fixture.organisation, 10)).hasSize(1);
  }

  private List<Opened> opened() {
    List<UUID> ids = letters.list(fixture.organisation, 10).stream().map(DeadLetter::id).toList();
    return letters.open(fixture.organisation, ids, "a test");
  }

  private RejectedRecord rejected(String key, String payload) {
    return new RejectedRecord(
        stream, "postgresql", key, "not JSON: correct it", Bytes.utf8(payload), NOON);
  }
}
