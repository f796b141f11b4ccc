// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.e2e.world.Continuity;
import dev.tidemark.e2e.world.Ended;
import dev.tidemark.e2e.world.Installation;
import dev.tidemark.e2e.world.Program;
import dev.tidemark.e2e.world.SourceServer;
import dev.tidemark.e2e.world.Sql;
import dev.tidemark.e2e.world.Streams;
import dev.tidemark.e2e.world.Truth;
import dev.tidemark.e2e.world.Workload;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two jobs on one database, and stopping: the older one gives way, a signal ends a run in order,
 * and whoever comes next goes on where the last one stopped. A workload runs all the while.
 *
 * <p>{@code -Dsuperseded.commands=up,run} says by which command; the profile {@code kills} plays
 * both.
 */
@Tag("later")
final class SupersededTest {
  private Installation installation;
  private SourceServer source;
  private Workload workload;

  @BeforeEach
  void begin(@TempDir Path folder) {
    source = SourceServer.in(folder);
    workload = new Workload(source, 1).warm();
    installation = Installation.in(folder, "tidemark");
  }

  @AfterEach
  void end() {
    workload.close();
    installation.close();
    source.close();
  }

  /**
   * How things stood when everything had been read for the first time.
   *
   * @param counters of the source
   */
  private record Begun(Continuity continuity, Map<String, String> counters) {}

  static Stream<String> commands() {
    return Arrays.stream(System.getProperty("superseded.commands", "up").split(","));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theOlderGivesWaySignalsEndTheNewerAndTheNextGoesOn(String command) {
    if (command.equals("up")) {
      installation.connect("shop", source.connector("shop"));
      takeTurns(installation::database, "up");
    } else {
      Sql database = source.freshDatabase();
      String login = login(database);
      String connector = installation.written("shop", source.connector("shop")).toString();
      installation.done("connector", "add", connector, "--database-url", login);
      takeTurns(() -> database, command, "--database-url", login);
    }
  }

  private static String login(Sql database) {
    return database
        .url()
        .replace("jdbc:postgresql://", "postgresql://tidemark:" + database.password() + "@");
  }

  private void takeTurns(Supplier<Sql> database, String... command) {
    resume(database, giveWay(database, command), command);
  }

  private Begun giveWay(Supplier<Sql> database, String... command) {
    Streams streams = new Streams(database);
    try (Program older = installation.start(command)) {
      streams.awaitRead();
      Begun begun = new Begun(Continuity.of(database), Truth.counters(source.administrator()));
      workload.start();
      try (Program newer = installation.start(command)) {
        streams.awaitJob(2);
        Streams.awaitAndTell("the older job gives way", older::hasEnded);
        Ended ended = older.awaitEnd();
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).contains("superseded by job 2");
        assertThat(ended.showsTrace()).isFalse();
        streams.awaitRead();
        begun.continuity().check();
        assertEndsInOrder(newer.signal("INT"));
      }
      return begun;
    }
  }

  /** The third job counts what happened while nobody looked, too. */
  private void resume(Supplier<Sql> database, Begun begun, String... command) {
    try (Program next = installation.start(command)) {
      new Streams(database).awaitRead();
      workload.stop();
      source.awaitQuiet();
      Map<String, String> grown =
          Truth.since(begun.counters(), Truth.counters(source.administrator()));
      Streams.within("what SQL counts is counted", Streams.PATIENCE)
          .untilAsserted(() -> assertThat(Truth.counted(database.get())).isEqualTo(grown));
      begun.continuity().check();
      assertEndsInOrder(next.signal("TERM"));
    }
  }

  private static void assertEndsInOrder(Program told) {
    Ended ended = told.awaitEnd();
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.err()).endsWith("stopped\n");
    assertThat(ended.showsTrace()).isFalse();
  }
}
