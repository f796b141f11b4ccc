// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.outlet.Receiver;
import dev.tidemark.outlet.Receiver.Posted;
import dev.tidemark.outlet.Stage;
import dev.tidemark.outlet.record.Recorder;
import dev.tidemark.outlet.registry.Letter;
import dev.tidemark.outlet.registry.OutletEntry;
import dev.tidemark.postgres.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a receiver gets, in good times and bad. */
class DeliveryTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String PATH = "/hooks/canary-path-4711?token=canary-token-4712";

  private final Stage stage = new Stage();
  private final Receiver receiver = new Receiver();
  private final Database database = stage.access.database();
  private final OutletRows rows = new OutletRows(database);
  private final Recorder recorder = new Recorder(database);
  private final OpenOutlets open = new OpenOutlets(rows, stage.access.keyring());
  private final Deliverer deliverer = new Deliverer(rows, open, () -> false);

  @AfterEach
  void close() {
    open.close();
    database.close();
    receiver.close();
    stage.close();
  }

  @BeforeEach
  void anOutlet() {
    stage.webhook(settings(receiver.address(PATH), "3"));
  }

  @Test
  void tellsEachChangeOnceInOrderSignedWithItsReasons() {
    changes(3);
    deliver();
    List<Posted> posted = receiver.posted();
    assertThat(posted).hasSize(3).allMatch(new StandardWebhooks(SECRET)::isGenuine);
    assertThat(posted)
        .extracting(it -> it.json().at("/data/revision").asInt())
        .containsExactly(1, 2, 3);
    assertThat(posted).extracting(Posted::path).containsOnly(PATH);
    assertThat(posted).allMatch(it -> it.header("webhook-id").equals(it.id()));
    Posted last = posted.get(2);
    assertThat(last.header("content-type")).startsWith("application/cloudevents+json");
    JsonNode event = last.json();
    assertThat(event.get("specversion").asText()).isEqualTo("1.0");
    assertThat(event.get("type").asText()).isEqualTo("dev.tidemark.score.changed");
    assertThat(event.get("source").asText())
        .isEqualTo("urn:tidemark:organisation:" + stage.organisation);
    assertThat(event.get("partitionkey").asText()).isEqualTo(stage.organisation.toString());
    assertThat(event.at("/data/organisation").asText()).isEqualTo(Stage.ORGANISATION);
    assertThat(event.at("/data/before/maturity"))
        .isEqualTo(posted.get(1).json().at("/data/maturity"));
    double told = 0;
    for (JsonNode reason : event.at("/data/since_close/attribution")) {
      told += reason.get("contribution").asDouble();
    }
    double moved =
        event.at("/data/maturity").asDouble() - event.at("/data/since_close/maturity").asDouble();
    assertThat(told).isCloseTo(moved, within(1e-9)).isNotZero();
    deliver();
    assertThat(receiver.posted()).hasSize(3);
    assertThat(entry().delivered()).isEqualTo(3);
    assertThat(entry().waiting()).isZero();
  }

  @Test
  void waitsAndTriesAgainBeforeAnythingLaterIsTold() {
    receiver.answering(500);
    changes(2);
    deliver();
    assertThat(receiver.posted()).hasSize(1);
    assertThat(rows.due()).isEmpty();
    assertThat(entry().nextTry()).isAfter(Instant.now());
    assertThat(entry().failure()).contains("500");
    assertThat(entry().failingSince()).isNotNull();
    comeDue();
    deliver();
    assertThat(receiver.posted()).extracting(Posted::id).hasSize(3);
    assertThat(receiver.posted().get(1).id()).isEqualTo(receiver.posted().get(0).id());
    assertThat(receiver.posted().get(1).body()).isEqualTo(receiver.posted().get(0).body());
    assertThat(entry().failure()).isNull();
    assertThat(entry().failingSince()).isNull();
  }

  @Test
  void comesAgainNoSoonerThanTheReceiverAsks() {
    receiver.answering(503, "Retry-After", "3600");
    changes(1);
    deliver();
    Instant soonest = Instant.now().plus(Duration.ofMinutes(55));
    assertThat(entry().nextTry()).isAfter(soonest);
  }

  @Test
  void stopsWhereTheReceiverIsGoneAndGoesOnWhenResumed() {
    receiver.answering(410);
    changes(2);
    deliver();
    assertThat(entry().status()).isEqualTo("STOPPED");
    assertThat(entry().failure()).contains("410").doesNotContain("canary");
    deliver();
    assertThat(receiver.posted()).hasSize(1);
    stage.outlets.resume(entry(), "test");
    deliver();
    assertThat(receiver.posted())
        .extracting(it -> it.json().at("/data/revision").asInt())
        .containsExactly(1, 1, 2);
  }

  @Test
  void givesUpAfterTheTriesAndReplaysWhenAsked() {
    receiver.answering(500).answering(500).answering(400);
    changes(2);
    deliver();
    comeDue();
    deliver();
    comeDue();
    deliver();
    Letter letter = stage.outlets.letters(entry(), 10).get(0);
    assertThat(letter.attempts()).isEqualTo(3);
    assertThat(letter.reason()).contains("400");
    comeDue();
    deliver();
    assertThat(receiver.posted())
        .extracting(it -> it.json().at("/data/revision").asInt())
        .containsExactly(1, 1, 1, 2);
    assertThat(stage.outlets.replay(entry(), List.of(letter.position()))).isEqualTo(1);
    assertThat(rows.due()).containsExactly(entry().id());
    deliver();
    assertThat(receiver.posted()).hasSize(5);
    assertThat(receiver.posted().get(4).body()).isEqualTo(receiver.posted().get(0).body());
    assertThat(entry().deadLetters()).isZero();
  }

  @Test
  void whatIsDeadForLongIsToldEachEventOnceUntilItLives() {
    for (int i = 0; i < 5; i++) {
      receiver.answering(500);
    }
    changes(4);
    for (int i = 0; i < 6; i++) {
      deliver();
      comeDue();
    }
    assertThat(stage.outlets.letters(entry(), 10))
        .extracting(Letter::attempts)
        .containsExactly(3, 3, 3);
    assertThat(receiver.posted())
        .extracting(it -> it.json().at("/data/revision").asInt())
        .containsExactly(1, 1, 1, 2, 3, 4);
  }

  @Test
  void aReplayThatIsNotAcceptedEndsAndKeepsTheLetters() {
    receiver.answering(500).answering(500).answering(500).answering(500).answering(418);
    changes(2);
    for (int i = 0; i < 4; i++) {
      deliver();
      comeDue();
    }
    assertThat(entry().deadLetters()).isEqualTo(2);
    stage.outlets.replay(entry(), List.of());
    deliver();
    assertThat(receiver.posted()).hasSize(5);
    assertThat(stage.outlets.letters(entry(), 10))
        .noneMatch(Letter::asked)
        .first()
        .satisfies(it -> assertThat(it.reason()).contains("418"));
    assertThat(rows.due()).isEmpty();
  }

  @Test
  void aRunnerThatDiesLosesNothingAndALateOneChangesNothing() {
    changes(2);
    Held dead = rows.take(entry().id()).orElseThrow();
    var events = rows.next(dead, 1);
    open.of(dead).outlet().tell(events);
    assertThat(rows.take(entry().id())).isEmpty();
    stage.change("UPDATE outlets SET leased_until = now() - interval '1 second'");
    deliver();
    assertThat(receiver.posted()).hasSize(3);
    assertThat(receiver.posted().get(1).id()).isEqualTo(receiver.posted().get(0).id());
    rows.failed(dead, 2, Duration.ofHours(1), dev.tidemark.spi.Category.TRANSIENT, "late");
    rows.delivered(dead, events);
    assertThat(rows.renew(dead)).isFalse();
    assertThat(entry().failure()).isNull();
    assertThat(entry().delivered()).isEqualTo(2);
  }

  @Test
  void followsNoRedirect() {
    receiver.answering(307, "Location", "/elsewhere");
    changes(1);
    deliver();
    assertThat(receiver.posted()).hasSize(1);
    assertThat(entry().failure()).contains("redirect");
  }

  @Test
  void leavesPrivateAddressesAlone() {
    stage.outlets.remove(entry(), "test");
    stage.webhook(Map.of("address", "https://127.0.0.1:1/", "secret", SECRET));
    changes(1);
    deliver();
    assertThat(entry().failure()).contains("private");
    assertThat(receiver.posted()).isEmpty();
  }

  @Test
  void rewindsUnderTheSameIds() {
    changes(3);
    deliver();
    var again = stage.outlets.again(entry(), Instant.EPOCH);
    assertThat(again.events()).isEqualTo(3);
    assertThat(stage.outlets.rewind(entry(), Instant.EPOCH, "test")).isEqualTo(again);
    deliver();
    List<String> ids = receiver.posted().stream().map(Posted::id).toList();
    assertThat(ids).hasSize(6);
    assertThat(ids.subList(3, 6)).isEqualTo(ids.subList(0, 3));
  }

  @Test
  void secretsAreInNoRowAndNoMessage() {
    receiver.answering(500).answering(404);
    changes(1);
    deliver();
    comeDue();
    deliver();
    assertThat(Objects.requireNonNull(entry().failure())).doesNotContain("canary");
    String rowsOfOutlets =
        String.join("", stage.texts("SELECT to_jsonb(o)::text AS text FROM outlets o"))
            + String.join(
                "", stage.texts("SELECT to_jsonb(a)::text AS text FROM connector_access_audit a"))
            + entry();
    assertThat(rowsOfOutlets).doesNotContain("canary").doesNotContain(SECRET.substring(6));
    assertThat(stage.texts("SELECT action AS text FROM connector_access_audit ORDER BY id"))
        .containsExactly("CREATE", "READ");
  }

  private void changes(int count) {
    for (int revision = 1; revision <= count; revision++) {
      stage.score(revision, 0.3 + revision / 100.0);
      stage.letPacePass();
      recorder.scores();
    }
  }

  private void deliver() {
    deliverer.deliver(entry().id());
  }

  private void comeDue() {
    stage.change("UPDATE outlets SET next_try = NULL");
  }

  private OutletEntry entry() {
    return stage.entry("hook");
  }

  private static Map<String, String> settings(String address, String tries) {
    return Map.of(
        "address", address, "secret", SECRET, "tries", tries, "allow-private-addresses", "true");
  }
}
