// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.e2e.world.Installation;
import dev.tidemark.e2e.world.Program;
import dev.tidemark.e2e.world.SourceServer;
import dev.tidemark.e2e.world.Sql;
import dev.tidemark.e2e.world.Streams;
import dev.tidemark.e2e.world.Truth;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the size of a database, the card says what SQL by hand finds in its catalogs, follows
 * it, and does not take statistics that begin again for use.
 *
 * <p>{@code -Dagreement.tables=1,10000} chooses the sizes.
 */
final class AgreementTest {
  /** What the card rests on: tables in use, and which of them are owned and described. */
  private static final String CARD =
      """
      SELECT name, count(*) FILTER (WHERE holds)
        FROM (SELECT c.oid, c.relowner <> 10 AS owned, obj_description(c.oid, 'pg_class') IS NOT NULL AS described
                FROM pg_class c JOIN pg_stat_user_tables s ON s.relid = c.oid
               WHERE s.seq_scan + coalesce(s.idx_scan, 0) + s.n_tup_ins + s.n_tup_upd + s.n_tup_del > 0) used
       CROSS JOIN LATERAL (VALUES
             ('GOV.OWN of', true), ('GOV.OWN', owned),
             ('GOV.DOC of', true), ('GOV.DOC', described)) AS part (name, holds)
       GROUP BY name\
      """;

  private static final String SIZE =
      "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' AND relname ~"
          + " '^t[0-9]+$'";

  private static final String KNOWN_SIZE =
      "SELECT sum((facts ->> 'size.bytes')::numeric)::bigint FROM asset WHERE urn ~ '[.]t[0-9]+$'";

  private static final String READING =
      """
      SELECT value::bigint FROM counter_reading
       WHERE metric = 'tidemark.data.asset.read' AND subject ~ '[.]t0$'\
      """;

  private static final String SCANS =
      "SELECT relname, seq_scan FROM pg_stat_user_tables WHERE relname = 't0'";

  private static final String HELD =
      """
      SELECT count(*) FROM stream s JOIN data_connectors c ON c.id = s.connector_id
       WHERE c.name = 'crowd' AND lease IS NOT NULL\
      """;

  static IntStream sizes() {
    return Arrays.stream(System.getProperty("agreement.tables", "1").split(","))
        .mapToInt(Integer::parseInt);
  }

  private SourceServer source;
  private Installation installation;
  private Sql crowd;

  @BeforeEach
  void begin(@TempDir Path folder) {
    source = SourceServer.in(folder);
    source.administrator().run("CREATE DATABASE crowd");
    crowd = source.database("crowd");
    installation = Installation.in(folder, "tidemark");
    installation.connect("crowd", source.connector("crowd", "crowd"));
  }

  @AfterEach
  void end() {
    installation.close();
    source.close();
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void theCardSaysWhatSqlFinds(int tables) {
    fill(tables);
    try (Program up = installation.start("up")) {
      new Streams(installation::database).awaitRead();
      assertAgrees();
      use("after it was first read");
      change();
      assertAgrees();
      assertResetCountsNothing();
      assertThat(up.signal("TERM").awaitEnd().exit()).as(up.messages()).isZero();
    }
  }

  /** Every second one is owned, every third described, every fifth in use; the first is all. */
  private void fill(int tables) {
    crowd.run("CREATE SCHEMA shop", "GRANT ALL ON SCHEMA shop TO shop");
    for (int from = 0; from < tables; from += 500) {
      crowd.run(
          """
          DO $$ BEGIN FOR i IN %d..%d LOOP
            EXECUTE format('CREATE TABLE shop.t%%s (id integer, note text)', i);
            IF i %% 2 = 0 THEN EXECUTE format('ALTER TABLE shop.t%%s OWNER TO shop', i); END IF;
            IF i %% 3 = 0 THEN
              EXECUTE format('COMMENT ON TABLE shop.t%%s IS ''a table''', i);
              EXECUTE format('COMMENT ON COLUMN shop.t%%s.id IS ''its number''', i);
              EXECUTE format('COMMENT ON COLUMN shop.t%%s.note IS ''what is said of it''', i);
            END IF;
            IF i %% 5 = 0 THEN EXECUTE format('INSERT INTO shop.t%%s SELECT n, ''note'' FROM generate_series(1, 100) n', i); END IF;
          END LOOP; END $$
          """
              .formatted(from, Math.min(from + 500, tables) - 1));
    }
    use("before it is first read");
  }

  private void use(String when) {
    crowd.run("SELECT count(*) FROM shop.t0 WHERE note <> '%s'".formatted(when));
  }

  /** One table goes, one comes, one is described no more. */
  private void change() {
    crowd.run(
        "CREATE TABLE shop.t1000000 AS SELECT 1 AS id",
        "ALTER TABLE shop.t1000000 OWNER TO shop",
        "COMMENT ON TABLE shop.t0 IS NULL");
    crowd.run("DROP TABLE IF EXISTS shop.t5");
  }

  private void assertAgrees() {
    agreeing(
        "knows the assets SQL finds",
        () -> Truth.known(installation.database()),
        () -> Truth.assets(crowd));
    agreeing(
        "knows their size",
        () -> Map.of("bytes", installation.database().answer(KNOWN_SIZE)),
        () -> Map.of("bytes", crowd.answer(SIZE)));
    agreeing("shows them on the card", this::card, () -> crowd.table(CARD));
  }

  /** Statistics that begin again are no use of anything; what follows their first reading is. */
  private void assertResetCountsNothing() {
    agreeing("has counted the use since it was first read", this::reads, () -> reads(1));
    unwatched(this::beginStatisticsAgain);
    agreeing("has seen that they began again", this::reading, () -> Map.of("t0", "1"));
    assertThat(reads()).isEqualTo(reads(1));
    use("after they were read again");
    agreeing("has counted the use since", this::reads, () -> reads(2));
  }

  /** Were it read between the two, the use would follow a reading, and would count. */
  private void beginStatisticsAgain() {
    crowd.run("SELECT pg_stat_reset()");
    use("after statistics were reset");
    agreeing("counts the use itself", () -> crowd.table(SCANS), () -> Map.of("t0", "1"));
  }

  /** Does something while nobody reads the source. */
  private void unwatched(Runnable change) {
    installation.done("connector", "pause", "crowd");
    Streams.awaitAndTell("crowd is let go of", this::isLeft);
    change.run();
    installation.done("connector", "resume", "crowd");
  }

  private boolean isLeft() {
    return installation.database().number(HELD) == 0 && source.sessionsOfTidemark("crowd") == 0;
  }

  private Map<String, String> reading() {
    return Map.of("t0", installation.database().answer(READING));
  }

  private Map<String, String> reads() {
    Map<String, String> counted = Truth.counted(installation.database());
    counted.keySet().retainAll(reads(0).keySet());
    return counted;
  }

  private static Map<String, String> reads(int number) {
    return Map.of("tidemark.data.asset.read", String.valueOf(number));
  }

  /** Numerators and denominators on the card, by indicator. */
  private Map<String, String> card() {
    Map<String, String> parts = new TreeMap<>();
    for (JsonNode indicator : installation.facts("score").path("evidence")) {
      String name = indicator.path("indicator").asText();
      if (name.equals("GOV.OWN") || name.equals("GOV.DOC")) {
        parts.put(name, indicator.path("numerator").asLong() + "");
        parts.put(name + " of", indicator.path("denominator").asLong() + "");
      }
    }
    return parts;
  }

  private static void agreeing(String what, Table found, Table expected) {
    Streams.within(what, Streams.PATIENCE)
        .untilAsserted(() -> assertThat(found.read()).isEqualTo(expected.read()));
  }

  /** Facts by name. */
  private interface Table {
    Map<String, String> read();
  }
}
