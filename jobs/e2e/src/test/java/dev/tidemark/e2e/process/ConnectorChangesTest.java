// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.e2e.world.Installation;
import dev.tidemark.e2e.world.Program;
import dev.tidemark.e2e.world.SourceServer;
import dev.tidemark.e2e.world.Streams;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the command changes about connectors takes effect in the running {@code up}, at the source
 * too, and concerns no other connector. How long each took from the command's end is printed: 5 s
 * are promised, about 1.5 s usual.
 */
@Tag("later")
final class ConnectorChangesTest {
  private static final int STREAMS = 6;

  private static final String HELD =
      """
      SELECT count(*) FROM stream s JOIN data_connectors c ON c.id = s.connector_id
       WHERE c.name = 'stock' AND lease IS NOT NULL\
      """;

  private static final String READ_SINCE =
      """
      SELECT count(*) FROM stream_status
       WHERE connector = 'stock' AND held AND failing_since IS NULL AND caught_up_at >= '%s'\
      """;

  private static final String READ_TABLES =
      """
      SELECT count(*) FROM stream_status
       WHERE connector = 'stock' AND stream = 'tables' AND caught_up_at >= '%s'\
      """;

  private static final String SIBLING_LEASES =
      """
      SELECT string_agg(s.lease::text, ' ' ORDER BY s.name)
        FROM stream s JOIN data_connectors c ON c.id = s.connector_id
       WHERE c.name = 'stock' AND s.name <> 'tables'\
      """;

  private static final String OTHER_LEASES =
      """
      SELECT string_agg(s.lease::text, ' ' ORDER BY s.name)
        FROM stream s JOIN data_connectors c ON c.id = s.connector_id WHERE c.name = 'shop'\
      """;

  private static final String KNOWN = "SELECT count(*) FROM asset WHERE urn LIKE '%/stock.%'";

  private SourceServer source;
  private Installation installation;

  @BeforeEach
  void begin(@TempDir Path folder) {
    source = SourceServer.in(folder);
    source.administrator().run("CREATE DATABASE stock");
    source
        .database("stock")
        .run("CREATE TABLE shelf (id integer)", "CREATE TABLE box (id integer)");
    installation = Installation.in(folder, "tidemark");
    installation.connect("shop", source.connector("shop"));
  }

  @AfterEach
  void end() {
    installation.close();
    source.close();
  }

  @Test
  void everyChangeTakesEffectInTheRunningJob() {
    try (Program up = installation.start("up")) {
      new Streams(installation::database).awaitRead();
      String others = installation.database().answer(OTHER_LEASES);
      added();
      paused();
      again("resume");
      again("reset");
      rewound();
      removed();
      assertThat(installation.database().answer(OTHER_LEASES)).isEqualTo(others);
      assertThat(up.signal("INT").awaitEnd().exit()).as(up.messages()).isZero();
    }
  }

  private void added() {
    String before = now();
    installation.connect("stock", source.connector("stock", "stock"));
    Streams.awaitAndTell("stock is read", () -> readSince(before) && number(KNOWN) == 2);
  }

  private void paused() {
    installation.done("connector", "pause", "stock");
    Streams.awaitAndTell("stock is let go of", () -> number(HELD) == 0 && isLeft());
    assertThat(number(KNOWN)).as("what was read stays").isEqualTo(2);
  }

  private void again(String verb) {
    String before = now();
    installation.done("connector", verb, "stock");
    Streams.awaitAndTell(
        "stock is read after " + verb, () -> readSince(before) && number(KNOWN) == 2);
  }

  /** One stream begins again and comes back; the others of its connector are not disturbed. */
  private void rewound() {
    String before = now();
    String siblings = installation.database().answer(SIBLING_LEASES);
    assertThat(installation.run("connector", "rewind", "stock", "tables").exit())
        .as("tables are counted, which cannot be read again")
        .isEqualTo(1);
    installation.done("connector", "rewind", "stock", "tables", "--forget-counted");
    Streams.awaitAndTell(
        "the stream is read after rewind",
        () -> number(READ_TABLES.formatted(before)) == 1 && number(KNOWN) == 2);
    assertThat(installation.database().answer(SIBLING_LEASES)).isEqualTo(siblings);
  }

  private void removed() {
    installation.done("connector", "remove", "stock");
    Streams.awaitAndTell(
        "stock is forgotten", () -> number(HELD) == 0 && number(KNOWN) == 0 && isLeft());
  }

  private boolean readSince(String moment) {
    return number(READ_SINCE.formatted(moment)) == STREAMS;
  }

  private boolean isLeft() {
    return source.sessionsOfTidemark("stock") == 0;
  }

  private String now() {
    return installation.database().answer("SELECT clock_timestamp()");
  }

  private long number(String question) {
    return installation.database().number(question);
  }
}
