// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.console.LoadChanges.Versioned;
import dev.tidemark.console.access.Token;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.database.RowReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * How long routes take with 10,000 connectors in one organisation and a year of daily scores of
 * 1,000, many requests in flight, and what of it is work. It writes what it measured to {@code
 * target/load.txt} and asserts no speed: {@code mvn verify -Pload -pl console/api -am
 * -Dtest=LoadTest}. {@code -Dload.only=streams} measures only routes whose names match.
 */
class LoadTest {
  private static final int IN_FLIGHT = Integer.getInteger("load.in-flight", 50);
  private static final int ROUNDS = 3;
  private static final Duration ROUND = Duration.ofMillis(Long.getLong("load.round", 1000));

  /** Which routes, as a regular expression found in their names. */
  private static final Pattern ONLY = Pattern.compile(System.getProperty("load.only", ""));

  /** As often as there is time for. */
  private static final int MANY = 1_000_000;

  /** As many computations as the console does at a time. */
  private static final int COMPUTATIONS = 8;

  private static final Path TABLE = Path.of("target", "load.txt");

  private static final String HEADINGS =
      """
      milliseconds: alone, %d in flight (median, 99 %%, most), work per request of console, database and asking; bytes; requests, refused
        alone     p50     p99     max    cons     db    ask   bytes  number refused
      """;

  private final OrganisationId large = Served.organisation();
  private final OrganisationId scored = Served.organisation();
  private final Token token = Token.random();
  private final Map<String, String> values = new HashMap<>();

  @Test
  void everyRouteUnderLoad() throws Exception {
    String identity = fill();
    LoadChanges changes = changes();
    Files.writeString(TABLE, HEADINGS.formatted(IN_FLIGHT));
    measure(LoadRoutes.reading(values), identity, IN_FLIGHT, MANY);
    measure(changes.computed(), identity, COMPUTATIONS, MANY);
    measure(changes.all(), identity, IN_FLIGHT, LoadChanges.MOST);
  }

  private static void measure(List<LoadCall> calls, String identity, int callers, int most)
      throws Exception {
    List<LoadRun> runs =
        calls.stream()
            .filter(call -> ONLY.matcher(call.name()).find())
            .map(call -> new LoadRun(call, identity))
            .toList();
    for (LoadRun run : runs) {
      run.warm(callers, ROUND, most / 2);
      run.alone(ROUND.dividedBy(4), most / 2);
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (LoadRun run : runs) {
        run.together(callers, ROUND, most);
      }
    }
    StringBuilder lines = new StringBuilder();
    runs.forEach(run -> lines.append(run.line()).append('\n'));
    Files.writeString(TABLE, lines, StandardOpenOption.APPEND);
  }

  /** Answers the headers of an administrator. */
  private String fill() {
    UUID person = UUID.randomUUID();
    Served.change(
        "INSERT INTO console_person (id, name, everywhere) VALUES (?, 'load', 'administrator')",
        person);
    Served.keep(token, person);
    values.put("large", large.toString());
    values.put("scored", scored.toString());
    values.put("connector", Connecting.added(Served.member(large, "editor"), large));
    String account = Connecting.added(Served.member(scored, "editor"), scored);
    Served.change(LoadRows.PLATFORMS, scored.value(), UUID.fromString(account));
    Served.scored(scored);
    Served.DATABASE.transaction(
        session -> {
          // What constraints and triggers would do row by row is not what is measured.
          session.change("SET LOCAL session_replication_role = replica");
          for (String sql : LoadRows.ALL) {
            session.change(
                LoadRows.statement(sql), LoadRows.parameters(sql, large.value(), scored.value()));
          }
          return session.change("ANALYZE");
        });
    return identity();
  }

  private String identity() {
    Visitor administrator = Served.visitor().bearing("tidemark_session=" + token.reveal(), "");
    String proof = administrator.get("/api/session").json().path("csrf_token").asText();
    JsonNode step = administrator.get(here("/next-steps")).json().at("/steps/0");
    values.put(
        "step",
        "{\"indicator\": %s, \"stratum\": %s, \"action\": %s}"
            .formatted(step.path("indicator"), step.path("stratum"), step.path("action")));
    JsonNode evidence = administrator.get(here("/indicators")).json().at("/items/0");
    values.put("indicator", evidence.path("indicator").asText());
    String model = administrator.get(here("/models")).json().at("/items/0/id").asText();
    values.put("model", model.replace(" ", "%20"));
    return "Cookie: tidemark_session=" + token.reveal() + "\r\nX-CSRF-Token: " + proof + "\r\n";
  }

  private String here(String part) {
    return "/api/organisations/" + scored + part;
  }

  private LoadChanges changes() {
    List<Versioned> connectors =
        rows(
            "SELECT id, version FROM data_connectors WHERE name LIKE 'load %' ORDER BY version",
            row -> new Versioned(row.uuid("id"), row.bigint("version")));
    values.put("last-connector", LoadRoutes.cursor("load 9950"));
    values.put("last-platform", LoadRoutes.cursor("postgres://load 9950"));
    values.put("last-deed", LoadRoutes.cursor("1000"));
    values.put("last-stream", LoadRoutes.cursor("fe000000-0000-4000-8000-000000000000", "a"));
    String last = rows(LoadRows.LAST_RECORD, row -> row.instant("kept_at")).get(0).toString();
    values.put("last-record", LoadRoutes.cursor(last, new UUID(0, 0).toString()));
    return new LoadChanges(
        values,
        connectors,
        rows(
            "SELECT id FROM attestation WHERE statement = 'load' ORDER BY id",
            row -> row.bigint("id")),
        rows("SELECT id FROM rejected_record ORDER BY id LIMIT 10000", row -> row.uuid("id")));
  }

  private static <T> List<T> rows(String sql, RowReader<T> reader) {
    return Served.DATABASE.transaction(session -> session.list(sql, reader));
  }
}
