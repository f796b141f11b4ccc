// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the command changes about connectors takes effect in the running {@code up} within seconds
 * of the command's end, at the source too, and concerns no other connector.
 */
final class ConnectorChangesTest {
  private static final Duration TO_TAKE_EFFECT = Duration.ofSeconds(5);
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
      removed();
      assertThat(installation.database().answer(OTHER_LEASES)).isEqualTo(others);
      assertThat(up.signal("INT").awaitEnd().exit()).as(up.messages()).isZero();
    }
  }

  private void added() {
    String before = now();
    installation.connect("stock", source.connector("stock", "stock"));
    within("stock is read", () -> readSince(before) && number(KNOWN) == 2);
  }

  private void paused() {
    installation.done("connector", "pause", "stock");
    within("stock is let go of", () -> number(HELD) == 0 && isLeft());
    assertThat(number(KNOWN)).as("what was read stays").isEqualTo(2);
  }

  private void again(String verb) {
    String before = now();
    installation.done("connector", verb, "stock");
    within("stock is read after " + verb, () -> readSince(before) && number(KNOWN) == 2);
  }

  private void removed() {
    installation.done("connector", "remove", "stock");
    within("stock is forgotten", () -> number(HELD) == 0 && number(KNOWN) == 0 && isLeft());
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

  private static void within(String what, BooleanSupplier holds) {
    long begin = System.nanoTime();
    Streams.within(what, TO_TAKE_EFFECT).until(holds::getAsBoolean);
    System.out.printf("%s after %d ms%n", what, (System.nanoTime() - begin) / 1_000_000);
  }
}
