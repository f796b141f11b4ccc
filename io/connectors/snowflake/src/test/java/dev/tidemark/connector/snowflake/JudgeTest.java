// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.authoring.Facts;
import dev.tidemark.fake.snowflake.FakeSnowflake;
import dev.tidemark.spi.Connector;
import dev.tidemark.testkit.judge.Judge;
import dev.tidemark.testkit.junit.OwnFolder;
import dev.tidemark.testkit.organisation.Organisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The account is judged by the vendor's client for Python, whose code is not the JDBC driver's:
 * what one finds through the protocol, the other must.
 */
@Tag("emulator")
class JudgeTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @TempDir(factory = OwnFolder.class)
  private Path folder;

  @Test
  void anIndependentClientReadsTheSame() throws IOException, InterruptedException {
    Organisation company = Organisation.of(1, 11, NOW.minus(Duration.ofHours(12)));
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    try (FakeSnowflake fake = FakeSnowflake.still(company, clock, Duration.ofDays(2));
        Connector connector =
            new SnowflakeType().open(SnowflakeOptions.ALL.parse(fake.settings()))) {
      JsonNode judged = judge(fake);
      assertThat(texts(judged.path("here"))).containsExactly("TIDEMARK", "TIDEMARK_WH");
      assertThat(texts(judged.path("columns")))
          .containsExactly("TABLE_ID", "BYTES", "COMMENT", "CREATED");
      List<Facts> tables = records(connector, "tables");
      assertThat(texts(judged.path("tables")))
          .isEqualTo(tables.stream().map(JudgeTest::id).toList());
      assertThat(judged.path("bytes").asLong())
          .isPositive()
          .isEqualTo(tables.stream().mapToLong(it -> it.findCount("bytes").orElse(0L)).sum());
      assertThat(texts(judged.path("created")))
          .isEqualTo(tables.stream().map(it -> millis(it, "created")).toList());
      assertThat(queries(judged)).hasSizeGreaterThan(20).isEqualTo(queries(connector));
      assertThat(judged.path("nothing").isNull()).isTrue();
    }
  }

  @Test
  void anIndependentClientIsRefusedInTheVendorsCodes() throws IOException, InterruptedException {
    try (FakeSnowflake fake = FakeSnowflake.bare(Clock.systemUTC())) {
      JsonNode judged = judge(fake);
      assertThat(judged.path("unknown").asText()).as("object does not exist").isEqualTo("2003");
      assertThat(judged.path("column").asText()).as("invalid identifier").isEqualTo("904");
      assertThat(judged.path("malformed").asText()).as("syntax error").isEqualTo("1003");
      assertThat(judged.path("stranger").asText()).as("JWT invalid").isEqualTo("390144");
      assertThat(judged.path("role").asText()).as("role not granted").isEqualTo("390189");
      assertThat(judged.path("token").asText()).as("token invalid").isEqualTo("394400");
    }
  }

  private JsonNode judge(FakeSnowflake fake) throws IOException, InterruptedException {
    Map<String, Object> settings = fake.settings();
    Path key = folder.resolve("key.pem");
    Files.writeString(key, String.valueOf(settings.get("private-key")));
    return Judge.by("judge.py", JudgeTest.class)
        .of(
            folder,
            List.of(
                fake.url(),
                fake.account(),
                String.valueOf(settings.get("user")),
                key.toString(),
                String.valueOf(settings.get("role")),
                String.valueOf(settings.get("warehouse"))));
  }

  private static List<Facts> records(Connector connector, String stream) {
    return new PassReader(connector, stream, 500)
        .pass(NOW).records().values().stream().map(Facts::of).toList();
  }

  private static String id(Facts record) {
    return Long.toString(record.count("table_id"));
  }

  private static String millis(Facts record, String field) {
    return Long.toString(record.instant(field).toEpochMilli());
  }

  /** What has ended and shows: the connector asks for no more. */
  private static Map<String, String> queries(Connector connector) {
    Map<String, String> queries = new TreeMap<>();
    records(connector, "query_history")
        .forEach(it -> queries.put(it.text("query_id"), millis(it, "start_time")));
    return queries;
  }

  private static Map<String, String> queries(JsonNode judged) {
    Map<String, String> queries = new TreeMap<>();
    judged
        .path("queries")
        .properties()
        .forEach(it -> queries.put(it.getKey(), it.getValue().asText()));
    return queries;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
