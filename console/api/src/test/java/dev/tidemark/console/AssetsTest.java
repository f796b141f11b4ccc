// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.model.OrganisationId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which assets keep an indicator from its best value. */
class AssetsTest {
  private static final OrganisationId ORGANISATION = Served.organisation();
  private static final String HERE = "/api/organisations/" + ORGANISATION;
  private static final Visitor VIEWER = Served.member(ORGANISATION, "viewer");
  private static final String SHOP = "postgres://shop";
  private static final String LAKE = "postgres://lake";

  @BeforeAll
  static void someAreNotDescribed() {
    UUID connector =
        UUID.fromString(Connecting.added(Served.member(ORGANISATION, "editor"), ORGANISATION));
    LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    stream(connector, SHOP);
    stream(connector, LAKE);
    tables(SHOP, "described", 3, true, yesterday);
    tables(SHOP, "silent", 5, false, yesterday);
    tables(SHOP, "forgotten", 4, false, yesterday.minusDays(200));
    tables(LAKE, "silent", 2, false, yesterday);
    tables(LAKE, "told", 1, true, yesterday);
    Served.change(
        """
        INSERT INTO asset_cell (organisation_id, cell, stratum, signature, count)
        SELECT organisation_id, gen_random_uuid(), stratum, signature, count(*) FROM asset
         WHERE organisation_id = ? GROUP BY organisation_id, stratum, signature\
        """,
        ORGANISATION.value());
    Served.scored(ORGANISATION);
  }

  private static void stream(UUID connector, String stratum) {
    Served.change(
        """
        INSERT INTO stream (organisation_id, connector_id, name, connector_type, stratum, interval_millis, latency_millis,
                            precedence, metrics, complete_through)
        VALUES (?, ?, ?, 'postgresql', ?, 60000, 0, 'NATIVE_PLATFORM', '{tidemark.data.asset.state}', now())\
        """,
        ORGANISATION.value(),
        connector,
        stratum,
        stratum);
  }

  private static void tables(
      String stratum, String name, int many, boolean described, LocalDate read) {
    String signature =
        "{\"described\":\"%s\",\"read.day\":\"%s\",\"subject.type\":\"table\"}"
            .formatted(described, read);
    for (int table = 0; table < many; table++) {
      Served.change(
          """
          INSERT INTO asset (organisation_id, urn, asset_type, stratum, facts, signature)
          VALUES (?, ?, 'table', ?, '{}', ?)\
          """,
          ORGANISATION.value(),
          stratum + "/" + name + table,
          stratum,
          signature);
    }
  }

  @Test
  void thoseThatFailAreNamedAsManyAsTheScoreCounts() {
    JsonNode failing = VIEWER.get(HERE + "/indicators/GOV.DOC/assets").json();
    assertThat(failing.path("by_asset").asBoolean()).isTrue();
    assertThat(failing.path("total").asInt()).isEqualTo(7);
    assertThat(urns(failing)).containsExactlyElementsOf(silent());
    JsonNode first = failing.at("/items/0");
    assertThat(first.path("type").asText()).isEqualTo("table");
    assertThat(first.at("/facts/described").asText()).isEqualTo("false");
    JsonNode evidence =
        StreamSupport.stream(
                VIEWER.get(HERE + "/indicators?limit=1000").json().path("items").spliterator(),
                false)
            .filter(it -> it.path("indicator").asText().equals("GOV.DOC"))
            .filter(it -> it.path("stratum").asText().equals(SHOP))
            .findFirst()
            .orElseThrow();
    assertThat(evidence.path("denominator").asInt() - evidence.path("numerator").asInt())
        .isEqualTo(5);
  }

  @Test
  void theyComeInPartsAndByPlatform() {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode part = VIEWER.get(HERE + "/indicators/GOV.DOC/assets?limit=3" + cursor).json();
      assertThat(part.path("total").asInt()).isEqualTo(7);
      seen.addAll(urns(part));
      cursor = part.path("next").isNull() ? "" : "&cursor=" + part.path("next").asText();
    } while (!cursor.isEmpty());
    assertThat(seen).containsExactlyElementsOf(silent());
    JsonNode lake = VIEWER.get(HERE + "/indicators/GOV.DOC/assets?stratum=" + LAKE).json();
    assertThat(lake.path("total").asInt()).isEqualTo(2);
    assertThat(urns(lake)).containsExactly(LAKE + "/silent0", LAKE + "/silent1");
  }

  @Test
  void whatIsNotCountedOneByOneNamesNone() {
    JsonNode runs = VIEWER.get(HERE + "/indicators/OPS.SUC/assets").json();
    assertThat(runs.path("by_asset").asBoolean()).isFalse();
    assertThat(runs.path("items")).isEmpty();
    assertThat(VIEWER.get(HERE + "/indicators/NO.SUCH/assets").status()).isEqualTo(404);
  }

  @Test
  void anotherOrganisationHasItsOwn() {
    OrganisationId other = Served.organisation();
    Served.scored(other);
    String there = "/api/organisations/" + other + "/indicators/GOV.DOC/assets";
    JsonNode none = Served.member(other, "viewer").get(there).json();
    assertThat(none.path("total").asInt()).isZero();
    assertThat(none.path("items")).isEmpty();
    assertThat(VIEWER.get(there).status()).isEqualTo(404);
  }

  private static List<String> silent() {
    return java.util.stream.Stream.concat(
            IntStream.range(0, 2).mapToObj(it -> LAKE + "/silent" + it),
            IntStream.range(0, 5).mapToObj(it -> SHOP + "/silent" + it))
        .toList();
  }

  private static List<String> urns(JsonNode part) {
    return StreamSupport.stream(part.path("items").spliterator(), false)
        .map(it -> it.path("urn").asText())
        .toList();
  }
}
