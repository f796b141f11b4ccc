// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.e2e.oracle.Comparison;
import dev.tidemark.e2e.oracle.RecordedOracle;
import dev.tidemark.e2e.world.Continuity;
import dev.tidemark.e2e.world.Evidence;
import dev.tidemark.e2e.world.Installation;
import dev.tidemark.e2e.world.Program;
import dev.tidemark.e2e.world.SourceServer;
import dev.tidemark.e2e.world.Streams;
import dev.tidemark.e2e.world.Workload;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills of the whole process at random moments change nothing: an installation that was killed
 * again and again ends with the windows, assets and scores of a twin that read the same source
 * meanwhile and was left alone, and with those that follow from the source's journal.
 *
 * <p>{@code -Dkills=N} kills N times, {@code -Dkills.ways=KEPT,DELETED} says what becomes of
 * checkpoints, {@code -Dseed=N} repeats a run. The profile {@code kills} is the long version.
 */
final class KillsTest {
  private static final int KILLS = Integer.getInteger("kills", 2);
  private static final long SEED = Long.getLong("seed", 1);

  private static final String UNSCORED =
      """
      SELECT count(*) FROM organisation o LEFT JOIN score_card c ON c.organisation_id = o.id
       WHERE c.revision IS NULL OR c.revision < o.revision\
      """;

  static Stream<Checkpoints> ways() {
    return Arrays.stream(System.getProperty("kills.ways", "EITHER").split(","))
        .map(Checkpoints::valueOf);
  }

  private final Instant begun = Instant.now();
  private SourceServer source;
  private Workload workload;
  private Installation twin;
  private Installation killed;

  @BeforeEach
  void begin(@TempDir Path folder) {
    source = SourceServer.in(folder);
    workload = new Workload(source, SEED).warm();
    twin = connected(folder, "twin", source);
    killed = connected(folder, "killed", source);
  }

  @AfterEach
  void end() {
    workload.close();
    killed.close();
    twin.close();
    source.close();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void theKilledOneKnowsWhatItsTwinKnows(Checkpoints checkpoints) {
    System.out.printf("%d kills, checkpoints %s, seed %d%n", KILLS, checkpoints, SEED);
    try (Program spared = twin.start("up");
        Victim victim = Victim.start(killed, new Random(SEED))) {
      victim.awaitRead();
      new Streams(twin::database).awaitRead();
      new Streams(killed::database).awaitRead();
      Continuity continuity = Continuity.of(killed::database);
      RecordedOracle oracle = RecordedOracle.of(source);
      workload.start();
      killAgainAndAgain(victim, checkpoints, continuity);
      awaitQuiet();
      assertTruth(oracle, twin);
      assertTruth(oracle, killed);
      assertTwins();
      continuity.check();
      assertThat(spared.signal("TERM").awaitEnd().exit()).isZero();
      assertThat(victim.stop().exit()).isZero();
    }
  }

  private static void killAgainAndAgain(
      Victim victim, Checkpoints checkpoints, Continuity continuity) {
    for (int kill = 1; kill <= KILLS; kill++) {
      System.out.println(kill + ": " + victim.killOnce(checkpoints, continuity));
    }
    victim.awaitRead();
  }

  private void awaitQuiet() {
    System.out.println("statements of the workload: " + workload.stop());
    source.awaitQuiet();
  }

  private static void assertTruth(RecordedOracle oracle, Installation installation) {
    Comparison comparison =
        Comparison.awaited(() -> oracle.compare(installation.database()), Streams.PATIENCE);
    System.out.println(installation + ": rows compared with the journal: " + comparison.rows());
    assertThat(comparison.wrong()).isEmpty();
  }

  private void assertTwins() {
    Streams.within("the twins agree", Streams.PATIENCE)
        .untilAsserted(() -> assertThat(differences()).isEmpty());
    System.out.println("rows compared: " + Evidence.of(twin.database(), begun).size());
    awaitScored(twin);
    awaitScored(killed);
    JsonNode card = twin.facts("score");
    System.out.println("maturity " + card.path("maturity"));
    assertThat(Card.differences(killed.facts("score"), card)).isEmpty();
  }

  private static Installation connected(Path folder, String name, SourceServer source) {
    Installation installation = Installation.in(folder, name);
    installation.connect("shop", source.connector("shop"));
    return installation;
  }

  private static void awaitScored(Installation installation) {
    Streams.within(installation + " is scored", Streams.PATIENCE)
        .until(() -> installation.database().number(UNSCORED) == 0);
  }

  /** What differs, by name: first the killed one's, then the twin's. */
  private Map<String, String> differences() {
    Map<String, String> left = Evidence.of(killed.database(), begun);
    Map<String, String> right = Evidence.of(twin.database(), begun);
    Map<String, String> different = new TreeMap<>();
    left.forEach((name, value) -> different.put(name, value + " instead of " + right.get(name)));
    right.forEach(
        (name, value) -> different.merge(name, "nothing instead of " + value, (a, b) -> a));
    different.keySet().removeIf(name -> right.getOrDefault(name, "").equals(left.get(name)));
    return different;
  }
}
