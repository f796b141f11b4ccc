// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.fake.salesforce.FakeSalesforce;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Operation;
import dev.tidemark.spi.Connector;
import dev.tidemark.testkit.InMemoryTokens;
import dev.tidemark.testkit.judge.Judge;
import dev.tidemark.testkit.junit.OwnFolder;
import dev.tidemark.testkit.stage.DeletionScenes;
import dev.tidemark.testkit.stage.RecordScenes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The organisation is judged by simple-salesforce, a maintained client of the vendor's interface:
 * what it reads through locators, the connector must read without them.
 */
@Tag("emulator")
class JudgeTest {
  @TempDir(factory = OwnFolder.class)
  private Path folder;

  @Test
  void anIndependentClientReadsTheSame() throws IOException, InterruptedException {
    try (FakeSalesforce fake = Fakes.start();
        Connector connector = Reader.open(fake.settings(), new InMemoryTokens());
        Connector bulk = Reader.open(bulk(fake), new InMemoryTokens())) {
      fake.scenes(RecordScenes.class).orElseThrow().add("agents", 4);
      fake.scenes(DeletionScenes.class).orElseThrow().delete("agents", 2);
      fake.scenes(RecordScenes.class).orElseThrow().addTied("logins", 20);
      fake.batch(7);
      JsonNode judged = judge(fake);
      List<Change> logins = Reader.all(connector, "logins", 500);
      assertThat(texts(judged.path("logins"))).containsAll(keys(logins)).hasSizeGreaterThan(20);
      assertThat(judged.path("users").asInt())
          .isEqualTo(Reader.all(connector, "users", 500).size());
      assertThat(texts(judged.path("bulk"))).isEqualTo(keys(Reader.all(bulk, "users", 500)));
      assertThat(judged.path("sets").asInt())
          .as("a header each, a null locator last")
          .isGreaterThan(1);
      assertThat(judged.path("active").asInt()).isPositive();
      assertThat(texts(judged.path("profiles"))).contains("Standard User");
      assertThat(texts(judged.path("events")))
          .isNotEmpty()
          .containsAnyOf("Report", "ApiTotalUsage");
      List<Change> agents = Reader.all(connector, "agents", 500);
      assertThat(texts(judged.path("deleted"))).hasSize(2).isEqualTo(deleted(agents));
      assertThat(texts(judged.path("there"))).isEqualTo(there(agents));
      assertThat(judged.path("requests").asLong()).isEqualTo(100_000);
      assertThat(judged.path("used").asLong()).isPositive();
      assertThat(judged.path("score").asText()).matches("\\d+");
      assertThat(judged.path("objects").asInt()).isPositive();
      assertThat(judged.path("malformed").asText()).isEqualTo("MALFORMED_QUERY");
      assertThat(judged.path("unknown").asText()).isEqualTo("INVALID_TYPE");
      assertThat(judged.path("hidden").asText()).isEqualTo("INVALID_FIELD");
      assertThat(judged.path("locator").asText()).isEqualTo("INVALID_QUERY_LOCATOR");
    }
  }

  /** Settings by which users are read by a query job. */
  private static Map<String, Object> bulk(FakeSalesforce fake) {
    Map<String, Object> settings = new HashMap<>(fake.settings());
    settings.put("bulk-threshold", 1);
    return settings;
  }

  private JsonNode judge(FakeSalesforce fake) throws IOException, InterruptedException {
    Map<String, Object> settings = fake.settings();
    Path key = folder.resolve("key.pem");
    Files.writeString(key, String.valueOf(settings.get("private-key")));
    return Judge.by("judge.py", JudgeTest.class)
        .of(
            folder,
            List.of(
                String.valueOf(settings.get("address")),
                String.valueOf(settings.get("client-id")),
                String.valueOf(settings.get("username")),
                key.toString()));
  }

  private static List<String> keys(List<Change> changes) {
    return changes.stream().map(Change::key).toList();
  }

  private static List<String> deleted(List<Change> changes) {
    return changes.stream()
        .filter(it -> it.operation() == Operation.DELETE)
        .map(Change::key)
        .toList();
  }

  private static List<String> there(List<Change> changes) {
    return changes.stream()
        .filter(it -> it.operation() == Operation.UPSERT)
        .map(Change::key)
        .toList();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
