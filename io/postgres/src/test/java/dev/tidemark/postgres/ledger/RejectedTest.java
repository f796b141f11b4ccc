// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.DeadLetters;
import dev.tidemark.postgres.admin.DeadLetters.DeadLetter;
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
    assertThat(letters.list(fixture.organisation, 10))
        .extracting(DeadLetter::rejected)
        .containsExactlyInAnyOrder(rejected("k", "{"), rejected("k", "["));
  }

  @Test
  void bytesThatAreNoTextAreKeptAsTheyAre() {
    Bytes payload = Bytes.wrap(new byte[] {0, -1, 10});
    fixture
        .ledger
        .rejected()
        .keep(List.of(new RejectedRecord(stream, "postgresql", "a\0b", "no\0", payload, NOON)));
    assertThat(letters.list(fixture.organisation, 10).get(0).rejected().payload())
        .isEqualTo(payload);
  }

  @Test
  void whatIsMarkedAwaitsItsReplay() {
    fixture.ledger.rejected().keep(List.of(rejected("a", "{"), rejected("b", "{")));
    List<UUID> first = List.of(letters.list(fixture.organisation, 1).get(0).id());
    assertThat(letters.awaitingReplay(fixture.organisation, 10)).isEmpty();
    assertThat(letters.askReplay(first)).isEqualTo(1);
    assertThat(letters.awaitingReplay(fixture.organisation, 10))
        .extracting(DeadLetter::id)
        .isEqualTo(first);
    letters.replayed(first);
    assertThat(letters.awaitingReplay(fixture.organisation, 10)).isEmpty();
  }

  @Test
  void lettersOfARemovedConnectorStopNothing() {
    StreamId gone = new StreamId(fixture.organisation, new ConnectorId(UUID.randomUUID()), "x");
    RejectedRecord letter = new RejectedRecord(gone, "x", "k", "why", Bytes.empty(), NOON);
    fixture.ledger.rejected().keep(List.of(letter, rejected("k", "{")));
    assertThat(letters.list(fixture.organisation, 10)).hasSize(1);
  }

  private RejectedRecord rejected(String key, String payload) {
    return new RejectedRecord(
        stream, "postgresql", key, "not JSON: correct it", Bytes.utf8(payload), NOON);
  }
}
