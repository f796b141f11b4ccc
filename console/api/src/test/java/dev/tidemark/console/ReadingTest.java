// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.Visitor.Answer;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.Stratum;
import dev.tidemark.postgres.admin.NewConnector;
import dev.tidemark.spi.ledger.OrganisationEvidence.Attestation;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import dev.tidemark.spi.options.Secret;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What can be read, in parts and again. */
class ReadingTest {
  private static final OrganisationId ORGANISATION = Served.organisation();
  private static final String HERE = "/api/organisations/" + ORGANISATION;
  private static final Visitor VIEWER = Served.member(ORGANISATION, "viewer");
  private static final String MODEL = MaturityModel.core().reference();

  /** With its evidence and revision. */
  private static JsonNode card = MissingNode.getInstance();

  @BeforeAll
  static void thereIsSomething() {
    for (String name : List.of("crm", "lake", "warehouse")) {
      connector(name);
    }
    Stratum declared = new Stratum("declared://platform");
    Served.OWNER
        .register()
        .declare(ORGANISATION, RegisterEntry.undeclared(declared).counting(2), "audit", "Ada");
    Attestation owned =
        new Attestation(
            "GOV.OWN",
            new Stratum("read://crm"),
            0.5,
            "Ada",
            LocalDate.now(ZoneOffset.UTC).plusDays(30));
    Served.OWNER.attestations().sign(ORGANISATION, owned, "half of it is owned");
    card = Served.scored(ORGANISATION);
    closes();
  }

  private static void connector(String name) {
    ConnectorId id =
        Served.OWNER
            .connectors()
            .add(
                new NewConnector(
                    ORGANISATION, "postgresql", name, Secret.of("{}"), Set.of(), Map.of()),
                "test");
    Served.change(
        """
        INSERT INTO stream (organisation_id, connector_id, name, connector_type, stratum, interval_millis, latency_millis,
                            precedence, metrics, complete_through)
        VALUES (?, ?, 'tables', 'postgresql', ?, 60000, 0, 'NATIVE_PLATFORM', '{m}', now())\
        """,
        ORGANISATION.value(),
        id.value(),
        "read://" + name);
    Served.change(
        """
        INSERT INTO rejected_record (id, organisation_id, connector_id, stream, connector_type, record_key, reason, payload, observed_at)
        VALUES (?, ?, ?, 'tables', 'postgresql', 'key', 'no number', ?, now())\
        """,
        UUID.randomUUID(),
        ORGANISATION.value(),
        id.value(),
        Connecting.CANARY.getBytes(StandardCharsets.UTF_8));
  }

  private static void closes() {
    for (int day = 1; day <= 3; day++) {
      close(LocalDate.of(2026, 3, day), 0.1 * day);
    }
  }

  private static void close(LocalDate day, double score) {
    Served.DATABASE.transaction(
        session -> {
          Object[] close = {ORGANISATION.value(), MODEL, day};
          session.change(
              """
              INSERT INTO score_close (organisation_id, model, day, revision, as_of, status, card, document)
              VALUES (?, ?, ?, 1, now(), 'final', '{}', '')\
              """,
              close);
          session.change(
              """
              INSERT INTO score_daily (organisation_id, model, day, composite, score, low, high, coverage, level_state,
                                       previous, status, as_of, revision)
              VALUES (?, ?, ?, 'overall', ?, 0, 1, 0.5, 'NONE', ?, 'final', now(), 1)\
              """,
              ORGANISATION.value(),
              MODEL,
              day,
              score,
              score - 0.1);
          return session.change(
              """
              INSERT INTO score_attribution (organisation_id, model, day, composite, indicator, stratum, reason, contribution)
              VALUES (?, ?, ?, 'overall', 'GOV.OWN', 's', 'PERFORMANCE', 0.1)\
              """,
              close);
        });
  }

  @Test
  void theCardIsThereWithoutItsEvidence() {
    ObjectNode shown = card.deepCopy();
    shown.remove("evidence");
    isSame(VIEWER.get(HERE + "/score").json(), shown);
    JsonNode steps = VIEWER.get(HERE + "/next-steps").json();
    assertThat(steps.path("steps")).isNotEmpty();
    assertThat(steps.path("connect")).isNotEmpty();
    isSame(steps.path("steps"), card.path("next"));
    isSame(steps.path("connect"), card.path("connect"));
    OrganisationId other = Served.organisation();
    Answer none = Served.member(other, "viewer").get("/api/organisations/" + other + "/score");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.json().path("detail").asText()).contains("no score yet");
  }

  @Test
  void everyListComesInPartsThatAddUp() {
    assertThat(inParts(HERE + "/score/history?", "day"))
        .containsExactly("2026-03-01", "2026-03-02", "2026-03-03");
    assertThat(inParts(HERE + "/score/history?since=2026-03-02&", "day")).hasSize(2);
    assertThat(inParts(HERE + "/streams?", "connector_name"))
        .containsExactlyInAnyOrder("crm", "lake", "warehouse");
    JsonNode lake = VIEWER.get(Connecting.all(ORGANISATION)).json().at("/items/1/id");
    assertThat(inParts(HERE + "/streams?connector=" + lake.asText() + "&", "connector_name"))
        .containsExactly("lake");
    assertThat(inParts(HERE + "/rejected-records?", "connector_name"))
        .containsExactly("warehouse", "lake", "crm");
    assertThat(inParts(HERE + "/estate?", "stratum"))
        .containsExactly("declared://platform", "read://crm", "read://lake", "read://warehouse");
    assertThat(inParts(Connecting.all(ORGANISATION) + "&", "name"))
        .containsExactly("crm", "lake", "warehouse");
  }

  @Test
  void reasonsOfADayThatIsWrittenAgainAreTheNewOnes() {
    String path = HERE + "/score/reasons?after=2026-02-28&through=2026-03-01";
    for (String stratum : List.of("t", "s")) {
      writeAgain(stratum);
      assertThat(VIEWER.get(path).json().at("/items/0/stratum").asText()).isEqualTo(stratum);
      assertThat(VIEWER.get(path).json().at("/items/0/stratum").asText()).isEqualTo(stratum);
    }
  }

  private static void writeAgain(String stratum) {
    Served.DATABASE.transaction(
        session -> {
          String day = " WHERE organisation_id = ? AND day = '2026-03-01'";
          session.change(
              "UPDATE score_close SET revision = revision + 1, written_at = now()" + day,
              ORGANISATION.value());
          return session.change(
              "UPDATE score_attribution SET stratum = ?" + day, stratum, ORGANISATION.value());
        });
  }

  @Test
  void theEvidenceIsThereOnceInOrder() {
    List<JsonNode> seen = inParts(HERE + "/indicators?", 7);
    assertThat(seen).hasSizeGreaterThan(7).anyMatch(it -> it.path("raw").isNumber());
    ArrayNode evidence = JsonNodeFactory.instance.arrayNode();
    StreamSupport.stream(card.path("evidence").spliterator(), false)
        .sorted(Comparator.comparing(it -> it.path("indicator").asText() + it.path("stratum")))
        .forEach(evidence::add);
    isSame(JsonNodeFactory.instance.arrayNode().addAll(seen), evidence);
  }

  @Test
  void aCursorOfSomethingElseIsRefused() {
    String foreign = VIEWER.get(HERE + "/streams?limit=1").json().path("next").asText();
    for (String path : List.of("/rejected-records", "/score/history", "/estate")) {
      int status = VIEWER.get(HERE + path + "?cursor=" + foreign).status();
      assertThat(status).as(path).isEqualTo(400);
    }
    assertThat(VIEWER.get(HERE + "/streams?cursor=x").status()).isEqualTo(400);
    assertThat(VIEWER.get(HERE + "/streams?connector=x").status()).isEqualTo(400);
    assertThat(VIEWER.get(HERE + "/streams?limit=0").status()).isEqualTo(400);
    assertThat(VIEWER.get(HERE + "/streams?limit=many").status()).isEqualTo(400);
  }

  @Test
  void whatIsStillTheSameIsNotSentAgain() {
    for (String path : List.of("/score", "/estate", "/score/history")) {
      Answer first = VIEWER.get(HERE + path);
      Map<String, String> known = Map.of("If-None-Match", first.tag());
      assertThat(VIEWER.send("GET", HERE + path, null, known).status()).as(path).isEqualTo(304);
      Map<String, String> other = Map.of("If-None-Match", "\"other\"");
      assertThat(VIEWER.send("GET", HERE + path, null, other).status()).as(path).isEqualTo(200);
    }
  }

  @Test
  void reasonsOfAPeriodAddUp() {
    JsonNode reasons =
        VIEWER.get(HERE + "/score/reasons?after=2026-03-01&through=2026-03-03").json();
    assertThat(reasons.path("items").get(0).path("maturity").asDouble())
        .isEqualTo(1.0, within(1e-9));
    JsonNode since = VIEWER.get(HERE + "/score/reasons?after=2026-03-02").json();
    assertThat(since.path("through").isNull()).isTrue();
    assertThat(since.at("/items/0/maturity").asDouble()).isEqualTo(0.5, within(1e-9));
    assertThat(VIEWER.get(HERE + "/score/reasons").status()).isEqualTo(400);
    assertThat(VIEWER.get(HERE + "/score/reasons?after=2026-03-03&through=2026-03-01").status())
        .isEqualTo(400);
  }

  @Test
  void streamsAreToldByPlatform() {
    String some = HERE + "/streams?stratum=read://crm&stratum=read://lake&";
    assertThat(inParts(some, "connector_name")).containsExactlyInAnyOrder("crm", "lake");
    assertThat(VIEWER.get(HERE + "/streams?stratum=read://none").json().path("items")).isEmpty();
    String many = "stratum=a&".repeat(51);
    assertThat(VIEWER.get(HERE + "/streams?" + many).status()).isEqualTo(400);
  }

  @Test
  void whatWasReadInADayIsToldOfOneConnector() {
    JsonNode any = VIEWER.get(HERE + "/streams?limit=1").json().at("/items/0");
    assertThat(any.path("day").isNull()).isTrue();
    String one = HERE + "/streams?connector=" + any.path("connector").asText();
    assertThat(VIEWER.get(one).json().at("/items/0/day/records").isNumber()).isTrue();
    assertThat(VIEWER.get(one + "&stratum=read://none").json().path("items")).isEmpty();
  }

  @Test
  void daysOnWhichAccountsWereConnectedAreCounted() {
    OrganisationId young = Served.organisation();
    for (String name : List.of("b", "a", "c")) {
      Connecting.added(Served.member(young, "editor"), young, name);
    }
    Served.change(
        "UPDATE data_connectors SET created_at = '2026-02-03 23:30:00+00' WHERE organisation_id = ?"
            + " AND name <> 'c'",
        young.value());
    String path = "/api/organisations/" + young + "/connections";
    JsonNode days = Served.member(young, "viewer").get(path).json().path("items");
    assertThat(days).hasSize(2);
    assertThat(days.get(0).toString())
        .isEqualTo("{\"day\":\"2026-02-03\",\"accounts\":2,\"first\":\"a\"}");
    assertThat(days.at("/1/first").asText()).isEqualTo("c");
  }

  @Test
  void performanceIsAddedUpFromTheDayAskedFor() {
    JsonNode all = VIEWER.get(HERE + "/score/performance").json().path("items");
    assertThat(all).hasSize(3);
    assertThat(all.get(2).path("day").asText()).isEqualTo("2026-03-03");
    assertThat(all.get(2).path("performance").asDouble()).isEqualTo(1.5, within(1e-9));
    JsonNode since = VIEWER.get(HERE + "/score/performance?since=2026-03-02").json();
    assertThat(since.at("/items/1/performance").asDouble()).isEqualTo(1.0, within(1e-9));
  }

  @Test
  void whatRejectedRecordsHoldIsNotTold() {
    VIEWER.get(HERE + "/rejected-records");
    assertThat(Served.HEARD).noneMatch(told -> told.contains(Connecting.CANARY));
  }

  @Test
  void typesAreDescribedWithTheSchemaOfTheirSettings() {
    JsonNode type = VIEWER.get("/api/connector-types/postgresql").json();
    assertThat(type.at("/settings_schema/properties/password/writeOnly").asBoolean()).isTrue();
    assertThat(VIEWER.get("/api/connector-types").json().path("items")).hasSize(1);
  }

  /** Numbers are the same however they are written. */
  private static void isSame(JsonNode answered, JsonNode written) {
    Comparator<JsonNode> byValue =
        (left, right) ->
            left.isNumber() && right.isNumber()
                ? Double.compare(left.doubleValue(), right.doubleValue())
                : left.asText().compareTo(right.asText());
    assertThat(written.equals(byValue, answered)).as("%s%nis not%n%s", answered, written).isTrue();
  }

  private static List<String> inParts(String path, String field) {
    return inParts(path, 1).stream().map(it -> it.path(field).asText()).toList();
  }

  private static List<JsonNode> inParts(String path, int most) {
    List<JsonNode> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode part = VIEWER.get(path + "limit=" + most + cursor).json();
      assertThat(part.path("items")).hasSizeBetween(1, most);
      part.path("items").forEach(seen::add);
      assertThat(seen).doesNotHaveDuplicates();
      cursor = part.path("next").isNull() ? "" : "&cursor=" + part.path("next").asText();
    } while (!cursor.isEmpty());
    return seen;
  }
}
