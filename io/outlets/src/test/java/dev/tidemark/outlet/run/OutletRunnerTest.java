// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidemark.outlet.OutletTypes;
import dev.tidemark.outlet.Receiver;
import dev.tidemark.outlet.Receiver.Posted;
import dev.tidemark.outlet.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runners beside a job that commits. */
class OutletRunnerTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void neitherCommitsNorOtherOutletsWaitForOneThatHangs() {
    try (Receiver hanging = new Receiver().hanging();
        Receiver fine = new Receiver()) {
      add("hanging", hanging.address("/"));
      add("refused", "http://127.0.0.1:1/");
      add("fine", fine.address("/"));
      stage.score(1, 0.31);
      try (OutletRunner runner = OutletRunner.of(stage.access)) {
        runner.start();
        await().atMost(PATIENCE).until(() -> !hanging.posted().isEmpty());
        for (int revision = 2; revision <= 40; revision++) {
          stage.score(revision, 0.3 + revision / 100.0);
        }
        // All were committed while the first delivery still hangs.
        assertThat(stage.texts("SELECT revision::text AS text FROM score_card"))
            .containsExactly("40");
        assertThat(hanging.posted())
            .extracting(Posted::id)
            .containsOnly(hanging.posted().get(0).id());
        await().atMost(PATIENCE).until(() -> revisions(fine).contains(40));
      }
      assertThat(revisions(fine)).isSorted().doesNotHaveDuplicates();
      assertThat(stage.entry("hanging").delivered()).isZero();
    }
  }

  @Test
  void twoRunnersTellEachEventOnce() {
    try (Receiver receiver = new Receiver()) {
      add("fine", receiver.address("/"));
      try (OutletRunner one = OutletRunner.of(stage.access);
          OutletRunner other = OutletRunner.of(stage.access)) {
        one.start();
        other.start();
        for (int revision = 1; revision <= 3; revision++) {
          int wanted = revision;
          stage.score(revision, 0.3 + revision / 100.0);
          stage.letPacePass();
          await().atMost(PATIENCE).until(() -> revisions(receiver).contains(wanted));
        }
      }
      assertThat(receiver.posted()).extracting(Posted::id).doesNotHaveDuplicates();
      assertThat(revisions(receiver)).containsExactly(1, 2, 3);
    }
  }

  private static List<Integer> revisions(Receiver receiver) {
    return receiver.posted().stream().map(it -> it.json().at("/data/revision").asInt()).toList();
  }

  private void add(String name, String address) {
    Map<String, String> settings =
        Map.of(
            "address",
            address,
            "secret",
            SECRET,
            "request-timeout",
            "30s",
            "allow-private-addresses",
            "true");
    stage.add(OutletTypes.of("webhook"), name, settings, OutletTypes.of("webhook").usual());
  }
}
