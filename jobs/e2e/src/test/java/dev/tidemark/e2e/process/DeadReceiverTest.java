// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.e2e.world.Installation;
import dev.tidemark.e2e.world.Program;
import dev.tidemark.e2e.world.SourceServer;
import dev.tidemark.e2e.world.Streams;
import dev.tidemark.e2e.world.WebhookReceiver;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged {@code up} tells a receiver of webhooks that the score changed. While the receiver
 * is dead the score goes on; afterwards everything arrives, each event once: at the outlet that is
 * patient by itself and in order, at the hasty one, which gave up on events, once its dead letters
 * are replayed.
 */
@Tag("later")
final class DeadReceiverTest {
  private static final String NOTED =
      "SELECT id::text FROM outlet_event WHERE type = 'score.changed' ORDER BY position";

  private WebhookReceiver receiver;
  private SourceServer source;
  private Installation installation;

  @BeforeEach
  void begin(@TempDir Path folder) {
    receiver = new WebhookReceiver();
    source = SourceServer.in(folder);
    installation = Installation.in(folder, "tidemark");
    installation.connect("shop", source.connector("shop"));
    for (String outlet : List.of(outlet("patient", 12), outlet("hasty", 1))) {
      installation.done("outlet", "add", installation.written("outlet", outlet).toString());
    }
  }

  @AfterEach
  void end() {
    installation.close();
    source.close();
    receiver.close();
  }

  @Test
  void delaysNoScoreAndMissesNothing() {
    try (Program up = installation.start("up")) {
      new Streams(installation::database).awaitRead();
      Streams.awaitAndTell("both are told a score", () -> isTold("patient") && isTold("hasty"));
      receiver.die();
      describe("t0");
      Streams.awaitAndTell("an event is given up", () -> fact("hasty", "dead_letters") >= 1);
      describe("t1");
      Streams.awaitAndTell("another one is", () -> fact("hasty", "dead_letters") >= 2);
      assertThat(fact("patient", "waiting")).isGreaterThanOrEqualTo(2);
      assertThat(outlet("patient").path("failure").asText()).contains("127.0.0.1");
      final List<String> missed = noted();
      receiver.revive();
      installation.done("outlet", "resume", "patient");
      Streams.awaitAndTell("the patient one hears all", () -> ids("patient").containsAll(missed));
      Streams.awaitAndTell("the hasty one too, once asked", () -> replayed(missed));
      assertThat(up.signal("TERM").awaitEnd().exit()).as(up.messages()).isZero();
    }
    assertThat(ids("hasty")).doesNotHaveDuplicates();
    assertThat(ids("patient")).doesNotHaveDuplicates();
    assertThat(receiver.told("/patient"))
        .extracting(it -> Long.parseLong(it.path("sequence").asText()))
        .isSorted();
    assertThat(receiver.forged()).isEmpty();
  }

  /** A table is described, and the score tells of it although nobody listens. */
  private void describe(String table) {
    long before = described();
    source
        .shop()
        .run(
            "COMMENT ON TABLE %s IS 'a table'".formatted(table),
            "COMMENT ON COLUMN %s.id IS 'its number'".formatted(table),
            "COMMENT ON COLUMN %s.amount IS 'how much'".formatted(table),
            "COMMENT ON COLUMN %s.note IS 'what is said of it'".formatted(table));
    Streams.awaitAndTell("the score knows it", () -> described() == before + 1);
  }

  private long described() {
    for (JsonNode indicator : installation.facts("score").path("evidence")) {
      if (indicator.path("indicator").asText().equals("GOV.DOC")) {
        return indicator.path("numerator").asLong();
      }
    }
    return 0;
  }

  /** An event that was on its way when the receiver came back may have become a letter since. */
  private boolean replayed(List<String> missed) {
    installation.done("outlet", "replay", "hasty", "--all");
    return ids("hasty").containsAll(missed) && fact("hasty", "dead_letters") == 0;
  }

  private List<String> noted() {
    return installation.database().rows(NOTED).stream().map(row -> row.get(0)).toList();
  }

  private boolean isTold(String outlet) {
    return receiver.told("/" + outlet).stream().anyMatch(it -> it.at("/data/maturity").isNumber());
  }

  private List<String> ids(String outlet) {
    return receiver.told("/" + outlet).stream().map(it -> it.path("id").asText()).toList();
  }

  private long fact(String outlet, String name) {
    return outlet(outlet).path(name).asLong();
  }

  private JsonNode outlet(String name) {
    for (JsonNode outlet : installation.facts("outlet", "list")) {
      if (outlet.path("name").asText().equals(name)) {
        return outlet;
      }
    }
    throw new AssertionError("there is no outlet " + name);
  }

  private String outlet(String name, int tries) {
    return """
    organisation: Acme
    type: webhook
    name: %s
    settings:
      address: %s
      secret: %s
      tries: %d
      allow-private-addresses: true
    events: [score.changed]
    """
        .formatted(name, receiver.address("/" + name), receiver.secret(), tries);
  }
}
