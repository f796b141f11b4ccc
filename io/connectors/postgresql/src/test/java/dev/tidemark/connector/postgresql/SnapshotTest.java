// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.fake.postgresql.Estate;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.Fetched;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Passes over several databases: what pages claim, where they can be resumed, what disappears. */
@EveryMajor
class SnapshotTest {
  private final Estate estate;

  SnapshotTest(int major) {
    estate = Estate.on(major);
  }

  @AfterEach
  void drop() {
    estate.close();
  }

  private String database(String name, String... tables) {
    String database = estate.database(name);
    for (String table : tables) {
      estate.run(database, "create table \"" + table.replace("\"", "\"\"") + "\" ()");
    }
    return database;
  }

  /** Names chosen so that their order by bytes differs from any language's. */
  @Test
  void givesTheSameInOrderWhateverThePageSize() {
    database("b", "x", "X", "_", "ä", "a.b", "a%b", "a b", "a-b", "a#b", "日本", "\"");
    database("b-c", "t1", "t2");
    try (Connector connector = Opened.on(estate)) {
      Reading whole = Reading.of(connector, "tables");
      assertThat(whole.records()).hasSize(13);
      assertThat(whole.records().keySet()).allMatch(key -> key.matches("[A-Za-z0-9_%.-]+"));
      for (int size : new int[] {1, 2, 11, 13}) {
        Reading tables = new Reading(connector, "tables", size).pass();
        assertThat(tables.records().keySet())
            .as("pages of %s", size)
            .isEqualTo(whole.records().keySet());
        assertThat(keys(tables)).isSorted().doesNotHaveDuplicates();
        assertThat(tables.pages()).allMatch(page -> page.changes().size() <= size);
        resumesFromEveryCursor(connector, tables);
      }
    }
  }

  /** A reader that crashed reads a page again, from the cursor before it. */
  private static void resumesFromEveryCursor(Connector connector, Reading whole) {
    Reading crashing = new Reading(connector, "tables", 2);
    boolean more = true;
    while (more) {
      Cursor kept = crashing.cursor();
      crashing.page();
      crashing.resumeAt(kept);
      more = crashing.page().more();
    }
    assertThat(crashing.records().keySet()).isEqualTo(whole.records().keySet());
  }

  private static List<String> keys(Reading tables) {
    List<String> keys = new ArrayList<>();
    tables.pages().forEach(page -> page.changes().forEach(change -> keys.add(change.key())));
    return keys;
  }

  @Test
  void dropsWhatIsGone() {
    String first = database("a", "kept", "gone");
    String second = database("b", "also");
    try (Connector connector = Opened.on(estate)) {
      Reading tables = new Reading(connector, "tables", 1).pass();
      assertThat(tables.records()).hasSize(3);
      estate.run(first, "drop table gone");
      assertThat(tables.pass().records().keySet())
          .containsExactly(first + ".public.kept", second + ".public.also");
      estate.run("tidemark", "drop database \"" + second + "\" with (force)");
      assertThat(tables.pass().records().keySet()).containsExactly(first + ".public.kept");
    }
  }

  @Test
  void keepsWhatItMayNotSeeAnyMore() {
    String first = database("a", "one", "two");
    String closed = database("b", "three");
    String last = database("c", "four");
    Map<String, Object> start = Map.of("database", first);
    try (Connector connector = Opened.on(estate, start)) {
      Reading tables = Reading.of(connector, "tables");
      Set<String> all = new TreeSet<>(tables.records().keySet());
      assertThat(all).hasSize(4);
      estate.run("tidemark", "revoke connect on database \"" + closed + "\" from public");
      estate.run(last, "create table five ()");
      all.add(last + ".public.five");
      estate.run(first, "drop table one");
      all.remove(first + ".public.one");
      assertThat(tables.pass().records().keySet()).isEqualTo(all);
      assertThat(tables.pages()).noneMatch(page -> claims(page, closed + ".public.three"));
      assertThat(last(tables).completeThrough()).isNotNull();

      Reading server = Reading.of(connector, "server");
      assertThat(server.record("server")).contains("\"unreachable\":[\"" + closed + "\"]");
      assertThat(server.facts(MetricNames.PERMISSION_MISSING).values())
          .containsExactly(
              Map.of("permission", "connect " + closed, "metric", MetricNames.ASSET_STATE));
      assertThat(server.events(MetricNames.ELIGIBLE).get(0).population())
          .hasToString(
              "Population[stratum=" + estate.stratum() + ", kind=asset, visible=3, eligible=5]");
    }
  }

  @Test
  void readsOnWhereOneDatabaseFails() {
    database("a", "one");
    String full = database("b", "two");
    database("c", "three");
    try (Connector connector = Opened.on(estate)) {
      Reading tables = Reading.of(connector, "tables");
      assertThat(tables.records()).hasSize(3);
      estate.run("tidemark", "alter database \"" + full + "\" connection limit 0");
    }
    try (Connector connector = Opened.on(estate)) {
      Reading tables = Reading.of(connector, "tables");
      assertThat(tables.records()).hasSize(2);
      assertThat(last(tables).completeThrough()).as("complete without one").isNull();
      assertThat(tables.pages()).noneMatch(page -> claims(page, full + ".public.two"));
      estate.run("tidemark", "alter database \"" + full + "\" connection limit -1");
      assertThat(tables.pass().records()).hasSize(3);
      assertThat(last(tables).completeThrough()).isNotNull();
    }
  }

  @Test
  void doesNotWaitForATableThatIsLocked() throws Exception {
    String database = database("a", "free", "locked");
    try (Connector connector = Opened.on(estate);
        java.sql.Connection holder = estate.connect(database)) {
      holder.setAutoCommit(false);
      holder.createStatement().execute("lock table locked in access exclusive mode");
      Map<String, Map<String, String>> facts =
          Reading.of(connector, "tables").facts(MetricNames.ASSET_STATE);
      String urn = estate.stratum() + "/" + database + ".public.";
      assertThat(facts.get(urn + "free")).containsKey("size.bytes");
      assertThat(facts.get(urn + "locked")).doesNotContainKey("size.bytes");
    }
  }

  @Test
  void leavesOutWhatIsExcluded() {
    String first = database("keep", "one");
    database("skip", "two");
    try (Connector connector = Opened.on(estate, Map.of("exclude-databases", List.of("*_sk?p")))) {
      assertThat(Reading.of(connector, "tables").records().keySet())
          .containsExactly(first + ".public.one");
    }
  }

  private static boolean claims(Fetched page, String key) {
    var range = page.replaces();
    return range == null
        || ((range.after() == null || key.compareTo(range.after()) > 0)
            && (range.through() == null || key.compareTo(range.through()) <= 0));
  }

  private static Fetched last(Reading reading) {
    return reading.pages().get(reading.pages().size() - 1);
  }
}
