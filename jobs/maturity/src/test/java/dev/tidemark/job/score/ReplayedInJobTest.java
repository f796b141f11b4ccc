// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidemark.job.MaturityPipeline;
import dev.tidemark.job.local.FlinkJob;
import dev.tidemark.job.local.FlinkTuning;
import dev.tidemark.job.local.LocalFlink;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.admin.DeadLetter;
import dev.tidemark.postgres.admin.LetterChoice;
import dev.tidemark.postgres.admin.NewConnector;
import dev.tidemark.postgres.admin.Replayability;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.spi.options.Secret;
import dev.tidemark.testkit.ExampleAccount;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole graph on Flink and PostgreSQL reads a rejected record again, and counts it once. */
class ReplayedInJobTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  @TempDir Path folder;
  private final ScoredDatabase scored = new ScoredDatabase();
  private final Database database = scored.access.database();
  private final ExampleAccount account = ExampleAccount.named("replayed-" + UUID.randomUUID());

  @AfterEach
  void close() {
    database.close();
    scored.close();
  }

  @Test
  void onceWhateverJobRuns() {
    scored
        .administration
        .connectors()
        .add(
            new NewConnector(
                scored.organisation,
                "example",
                "orders",
                Secret.of(account.settings()),
                Set.of("events"),
                Map.of()),
            "test");
    Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
    account.events().append(hourAgo, "a", 5);
    account.events().append(hourAgo, "a", -3);
    try (LocalFlink flink = LocalFlink.start(folder, FlinkTuning.standard())) {
      run(flink, "first", this::isRefusedWhileItIsBad);
      database.transaction(
          session ->
              session.change(
                  "UPDATE rejected_record SET payload = convert_to(replace(convert_from(payload,"
                      + " 'UTF8'), '-3', '3'), 'UTF8')"));
      ask();
      run(flink, "second", this::countsOnceItIsMended);
      run(flink, "third", this::isNotReadAgain);
    }
  }

  private void isRefusedWhileItIsBad() {
    await().atMost(PATIENCE).until(() -> letters().size() == 1);
    assertThat(letter().replay()).isEqualTo(Replayability.POSSIBLE);
    ask();
    await().atMost(PATIENCE).until(() -> letter().answeredAt() != null);
    assertThat(letter().reason()).contains("value is -3");
    assertThat(letter().replay()).isEqualTo(Replayability.POSSIBLE);
    await().atMost(PATIENCE).until(() -> runs() == 5);
  }

  private void countsOnceItIsMended() {
    await().atMost(PATIENCE).until(() -> letter().replay() == Replayability.COUNTED);
    assertThat(runs()).isEqualTo(8);
  }

  private void isNotReadAgain() {
    account.events().append(Instant.now().minus(Duration.ofHours(1)), "a", 100);
    await().atMost(PATIENCE).until(() -> runs() == 108);
    assertThat(letter().replay()).isEqualTo(Replayability.COUNTED);
  }

  private void run(LocalFlink flink, String name, Runnable story) {
    PipelineJob submission = scored.administration.jobs().start(name);
    FlinkJob job =
        flink.run(name, pipeline -> MaturityPipeline.build(pipeline, scored.access, submission));
    story.run();
    job.cancel(Duration.ofMinutes(1));
    scored.administration.jobs().end(submission);
  }

  private void ask() {
    assertThat(
            scored
                .administration
                .deadLetters()
                .ask(scored.organisation, LetterChoice.all())
                .request())
        .isPresent();
  }

  private List<DeadLetter> letters() {
    return scored.administration.deadLetters().list(scored.organisation, 10);
  }

  private DeadLetter letter() {
    return letters().get(0);
  }

  private long runs() {
    return database.transaction(
        session ->
            session.one(
                "SELECT coalesce(sum(settled_sum), 0)::bigint AS number FROM metric_window WHERE"
                    + " grain = 'DAY'",
                row -> row.bigint("number")));
  }
}
