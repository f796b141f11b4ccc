// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.e2e.world.Ended;
import dev.tidemark.e2e.world.Installation;
import dev.tidemark.e2e.world.SourceServer;
import dev.tidemark.e2e.world.Sql;
import dev.tidemark.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P14: of people the source knows by name, address or password, nothing is in any table, view, log
 * or output, however they come into its catalogs and statistics.
 */
@Tag("later")
final class NobodyIsNamedTest {
  private static final String ADA = "ada.lovelace@people.example";
  private static final String GRACE = "Grace Hopper";
  private static final String PASSWORD = "canary-8472-enigma";

  /** What nothing may hold, in lower case: also parts, in case names are taken apart. */
  private static final List<String> TRACES =
      List.of("lovelace", "people.example", "hopper", "grace", "canary-8472", "enigma");

  @Test
  void nothingTellsOfPeople(@TempDir Path folder) {
    try (SourceServer source = SourceServer.in(folder);
        Installation installation = Installation.in(folder, "tidemark")) {
      people(source.administrator());
      work(source);
      installation.connect("shop", connector(source));
      Ended ended = installation.run("up", "--until", "caught-up");
      assertThat(ended.exit()).as(ended.err()).isZero();
      installation.done("score", "--explain");
      installation.done("preview", "shop");
      assertNoTrace(ended.out() + ended.err(), "what up prints");
      assertNoTraceInFiles(installation.folder());
      try (EmbeddedServer again =
          EmbeddedServer.at(installation.data().resolve("postgresql")).start()) {
        assertNoTraceInTables(installation.database());
        assertThat(again.wasRunning()).isFalse();
      }
    }
  }

  /** They own, may, are told of in comments, are in policies, and administer. */
  private static void people(Sql administrator) {
    administrator.run(
        "CREATE ROLE \"" + ADA + "\" LOGIN PASSWORD '" + PASSWORD + "'",
        "CREATE ROLE \"" + GRACE + "\" LOGIN SUPERUSER PASSWORD '" + PASSWORD + "'",
        "COMMENT ON ROLE \"" + ADA + "\" IS 'Ada Lovelace, analytics'",
        "GRANT USAGE, CREATE ON SCHEMA shop TO \"" + ADA + "\"",
        "GRANT SELECT ON shop.t0 TO \"" + ADA + "\"",
        "GRANT shop TO \"" + ADA + "\" WITH ADMIN OPTION",
        "COMMENT ON TABLE shop.t0 IS 'Ask " + GRACE + " or " + ADA + "'",
        "COMMENT ON COLUMN shop.t0.note IS 'written by " + ADA + "'",
        "ALTER TABLE shop.t0 ENABLE ROW LEVEL SECURITY",
        "CREATE POLICY \"only "
            + GRACE
            + "\" ON shop.t0 TO \""
            + GRACE
            + "\" USING (note <> '"
            + ADA
            + "')",
        "INSERT INTO shop.t1 (id, amount, note) VALUES (1, 1, '" + ADA + "')",
        "CREATE TABLE shop.hers (id bigint, mail text DEFAULT '" + ADA + "')",
        "ALTER TABLE shop.hers OWNER TO \"" + ADA + "\"");
  }

  /** They work under their own names, with the address of one in what they ask for. */
  private static void work(SourceServer source) {
    for (String person : List.of(ADA, GRACE)) {
      source
          .administrator()
          .as(person, PASSWORD, "SET application_name = '" + ADA + "'")
          .run(
              "SELECT count(*) FROM shop.t1 WHERE note = '" + ADA + "'",
              "SELECT 1 AS \"" + ADA + "\"");
    }
  }

  private static String connector(SourceServer source) {
    return source.connector("shop");
  }

  private static void assertNoTraceInTables(Sql database) {
    List<List<String>> relations =
        database.rows(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'tidemark'");
    assertThat(relations).hasSizeGreaterThan(30);
    long tellingOfHerTable = 0;
    for (List<String> relation : relations) {
      for (List<String> row :
          database.rows("SELECT r::text FROM tidemark.\"" + relation.get(0) + "\" r")) {
        assertNoTrace(row.get(0), relation.get(0));
        tellingOfHerTable += row.get(0).contains("shop.hers") ? 1 : 0;
      }
    }
    assertThat(tellingOfHerTable).as("rows that tell of what may be told").isPositive();
  }

  /** Logs and outputs; what the database server keeps is looked at through its tables. */
  private static void assertNoTraceInFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> read =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !folder.relativize(file).toString().contains("cluster"))
              .toList();
      assertThat(read).anyMatch(file -> file.toString().endsWith(".log"));
      for (Path file : read) {
        assertNoTrace(Files.readString(file, StandardCharsets.ISO_8859_1), file.toString());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void assertNoTrace(String text, String where) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String trace : TRACES) {
      String hex = HexFormat.of().formatHex(trace.getBytes(StandardCharsets.UTF_8));
      assertThat(lower.contains(trace) || lower.contains(hex))
          .as("%s tells of '%s': %s", where, trace, lower)
          .isFalse();
    }
  }
}
