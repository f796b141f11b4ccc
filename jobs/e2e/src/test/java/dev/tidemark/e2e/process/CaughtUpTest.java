// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.e2e.world.Ended;
import dev.tidemark.e2e.world.Installation;
import dev.tidemark.e2e.world.Sql;
import dev.tidemark.e2e.world.Truth;
import dev.tidemark.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing anybody does: {@code up --until caught-up} where nothing is yet. */
final class CaughtUpTest {
  /** Whether a table was read changes with every look at it, this one included. */
  private static final String CHANGING = "read";

  private static final String SIZED = "bytes known";

  /**
   * What a worker of autovacuum truncates just when it is looked at has no size then, and this
   * server has three workers.
   */
  private static final int TRUNCATED = 3;

  @Test
  void endsWithACardWhoseFactsAreTheEmbeddedServers(@TempDir Path folder) {
    try (Installation installation = Installation.in(folder, "tidemark")) {
      Ended ended = installation.run("up", "--until", "caught-up");
      assertThat(ended.exit()).as(ended.err()).isZero();
      assertThat(ended.out()).contains("observed maturity").contains("GOV").contains("SEC");
      assertThat(ended.err()).endsWith("caught up\n");
      assertThat(ended.showsTrace()).isFalse();
      assertKnowsItsOwnServer(installation);
      assertStaysItselfOnAnotherPort(installation);
    }
  }

  /** Somebody else has taken its port meanwhile. */
  private static void assertStaysItselfOnAnotherPort(Installation installation) {
    int port = installation.port();
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      installation.done("up", "--until", "caught-up");
      assertThat(installation.port()).isNotEqualTo(taken.getLocalPort());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    assertThat(installation.facts("estate", "list").findValuesAsText("platform"))
        .containsExactly("postgres://embedded");
  }

  /** Everything that is in the catalogs of the server, in all its databases. */
  private static void assertKnowsItsOwnServer(Installation installation) {
    try (EmbeddedServer again =
        EmbeddedServer.at(installation.data().resolve("postgresql")).start()) {
      Sql own = installation.database();
      Map<String, String> known = Truth.known(own);
      Map<String, String> found = Truth.assets(own);
      assertThat(without(known)).isEqualTo(without(found));
      assertThat(number(known, SIZED))
          .isBetween(number(found, SIZED) - TRUNCATED, number(found, SIZED));
      assertThat(number(known, "assets")).isGreaterThan(20);
      assertThat(again.wasRunning()).isFalse();
    }
  }

  private static Map<String, String> without(Map<String, String> facts) {
    Map<String, String> lasting = new TreeMap<>(facts);
    lasting.keySet().removeAll(List.of(CHANGING, SIZED));
    return lasting;
  }

  private static int number(Map<String, String> facts, String name) {
    return Integer.parseInt(facts.get(name));
  }
}
