// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.outlet.EventType;
import dev.tidemark.outlet.Outlet;
import dev.tidemark.outlet.OutletEvent;
import dev.tidemark.outlet.Receiver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Run events, held to OpenLineage's own schemas; where these are from says SOURCES.md. */
class LineageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SPEC = "https://openlineage.io/spec/";

  @Test
  void aRunBeginsAndIsCompleteAsTheSchemasSay() {
    List<JsonNode> runs = told(event(false));
    assertThat(runs)
        .extracting(it -> it.get("eventType").asText())
        .containsExactly("START", "COMPLETE");
    assertThat(runs)
        .allMatch(it -> problems(it, "2-0-2/OpenLineage.json#/$defs/RunEvent").isEmpty());
    JsonNode end = runs.get(1);
    assertThat(end.at("/eventTime").asText()).startsWith("2026-03-01T13:00");
    assertThat(end.at("/run/runId")).isEqualTo(runs.get(0).at("/run/runId"));
    assertThat(end.at("/job/namespace").asText()).isEqualTo("tidemark");
    assertThat(end.at("/job/name").asText()).isEqualTo("Wharf & Sons.ledger.tables");
    assertThat(end.at("/inputs/0/namespace").asText()).isEqualTo("postgres://db.example.com:5432");
    assertThat(end.at("/inputs/0/name").asText()).isEqualTo("tables");
    JsonNode statistics = end.at("/inputs/0/inputFacets/inputStatistics");
    assertThat(statistics.get("rowCount").asInt()).isEqualTo(10);
    assertThat(
            problems(
                statistics,
                "facets/1-0-0/InputStatisticsInputDatasetFacet.json#/$defs/InputStatisticsInputDatasetFacet"))
        .isEmpty();
    assertThat(
            problems(
                end.at("/job/facets/jobType"),
                "facets/2-0-4/JobTypeJobFacet.json#/$defs/JobTypeJobFacet"))
        .isEmpty();
  }

  @Test
  void aRunThatFailedSaysWhy() {
    JsonNode end = told(event(true)).get(1);
    assertThat(end.get("eventType").asText()).isEqualTo("FAIL");
    JsonNode error = end.at("/run/facets/errorMessage");
    assertThat(error.get("message").asText()).isEqualTo("the password is wrong");
    assertThat(
            problems(error, "facets/1-0-1/ErrorMessageRunFacet.json#/$defs/ErrorMessageRunFacet"))
        .isEmpty();
    assertThat(problems(end, "2-0-2/OpenLineage.json#/$defs/RunEvent")).isEmpty();
  }

  @Test
  void theSchemasFindWhatIsWrong() {
    ObjectNode broken = (ObjectNode) told(event(false)).get(0);
    broken.remove("job");
    assertThat(problems(broken, "2-0-2/OpenLineage.json#/$defs/RunEvent")).isNotEmpty();
  }

  private static List<JsonNode> told(OutletEvent event) {
    try (Receiver receiver = new Receiver();
        Outlet outlet = open(receiver)) {
      outlet.tell(List.of(event));
      assertThat(receiver.posted())
          .allMatch(it -> it.header("authorization").equals("Bearer key-of-its-own"))
          .allMatch(it -> it.path().equals("/api/v1/lineage"));
      return receiver.posted().stream().map(Receiver.Posted::json).toList();
    }
  }

  private static Outlet open(Receiver receiver) {
    LineageType type = new LineageType();
    return type.open(
        type.options()
            .parse(
                Map.of(
                    "address", receiver.address("/api/v1/lineage"),
                    "api-key", "key-of-its-own",
                    "allow-private-addresses", "true")));
  }

  private static OutletEvent event(boolean failed) {
    ObjectNode data =
        JSON.createObjectNode()
            .put("organisation", "Wharf & Sons")
            .put("connector", "ledger")
            .put("stream", "tables")
            .put("platform", "postgres://db.example.com:5432")
            .put("from", "2026-03-01T12:00:00Z")
            .put("to", "2026-03-01T13:00:00Z")
            .put("failed", failed)
            .put("message", failed ? "the password is wrong" : null)
            .put("records", 10)
            .put("bytes", 100);
    return new OutletEvent(
        1,
        UUID.nameUUIDFromBytes("an hour".getBytes(StandardCharsets.UTF_8)),
        new OrganisationId(new UUID(1, 2)),
        EventType.STREAM_READ,
        "ledger/tables",
        Instant.parse("2026-03-01T13:00:00Z"),
        data);
  }

  private static List<String> problems(JsonNode document, String place) {
    SchemaRegistry schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, it -> it.schemas(LineageTest::schema));
    Schema schema = schemas.getSchema(SchemaLocation.of("https://openlineage.io/spec/" + place));
    return schema.validate(document.toString(), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  /** Nothing is fetched: what is not kept here is a failure. */
  private static String schema(String address) {
    String name = address.replaceFirst("^.*/", "");
    try (InputStream file = LineageTest.class.getResourceAsStream("schema/" + name)) {
      if (file == null || !address.startsWith(SPEC)) {
        throw new IllegalArgumentException("no schema " + address + " is kept");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
