// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.e2e.deploy.Asked;
import dev.tidemark.e2e.world.Command;
import dev.tidemark.e2e.world.Ended;
import dev.tidemark.e2e.world.FlinkCluster;
import dev.tidemark.e2e.world.Installation;
import dev.tidemark.e2e.world.Program;
import dev.tidemark.e2e.world.SourceServer;
import dev.tidemark.e2e.world.Sql;
import dev.tidemark.e2e.world.Streams;
import dev.tidemark.e2e.world.Truth;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged job on a Flink cluster somebody else runs, with a database somebody else runs: it is
 * read and scored, and submitting again takes over although no slot was free.
 */
@Tag("later")
final class ClusterTest {
  private static final String READ_BY_THE_SECOND =
      "SELECT count(*) FROM stream WHERE job_epoch = 2 AND caught_up_at IS NOT NULL";

  private Path folder;
  private SourceServer source;
  private FlinkCluster cluster;

  @BeforeEach
  void begin(@TempDir Path temporary) {
    folder = temporary;
    source = SourceServer.in(folder);
    cluster = FlinkCluster.in(folder, 2);
  }

  @AfterEach
  void end() {
    cluster.close();
    source.close();
  }

  @Test
  void runsThereAndTheNextSubmissionTakesOver() {
    Sql database = source.freshDatabase();
    Installation files = Installation.in(folder, "tidemark");
    tidemark(
        database, "connector", "add", files.written("shop", source.connector("shop")).toString());
    assertThat(submitted(database).out()).contains("Acme").contains("observed maturity");
    assertThat(cluster.job(1).path("state").asText())
        .as("a job on somebody else's cluster goes on")
        .isEqualTo("RUNNING");
    isRehearsed(database);
    isMeasured(database);
    submittedWithFlinksCommand(database);
    Streams.awaitAndTell(
        "the older job gives way", () -> cluster.job(1).path("state").asText().equals("FAILED"));
    assertThat(cluster.failure(cluster.job(1))).contains("superseded by job 2");
    Streams.within("the newer job has read everything", Streams.PATIENCE)
        .until(() -> database.number(READ_BY_THE_SECOND) == 6);
    assertThat(cluster.job(2).path("state").asText()).isEqualTo("RUNNING");
    assertThat(Truth.known(database))
        .containsEntry("assets", Truth.assets(source.administrator()).get("assets"));
  }

  private void isRehearsed(Sql database) {
    Ended ended =
        started(database, "run", "--flink", cluster.address(), "--parallelism", "3", "--dry-run")
            .awaitEnd();
    assertThat(ended.exit()).as("there are two slots").isEqualTo(1);
    assertThat(ended.out())
        .containsPattern("1, started \\S+ on .*, would be superseded and end")
        .contains("2 slots, 0 of them free; 3 tasks of each step would run");
    assertThat(ended.err()).contains("Start more TaskManagers");
  }

  /** As the documents say: nothing but the jar, an address and two references. */
  private void submittedWithFlinksCommand(Sql database) {
    Installation files = new Installation(folder);
    Path password = files.written("password", database.password());
    Ended ended =
        cluster.submit(
            Command.jar(),
            "--database=" + database.url().replace("jdbc:postgresql://", "postgresql://tidemark@"),
            "--password=file:" + password,
            "--key=file:" + folder.resolve("data").resolve("key"),
            "--tasks=2",
            "--checkpointMillis=1000");
    assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out() + ended.err()).doesNotContain(database.password());
  }

  /** What alerts and dashboard ask for is told, by the command beside the job and by Flink. */
  private void isMeasured(Sql database) {
    try (Program metrics =
        started(database, "metrics", "--flink", cluster.address(), "--port", "0")) {
      Streams.within("figures are served", Streams.PATIENCE)
          .until(() -> metrics.messages().contains("/127.0.0.1:"));
      String address = metrics.messages().replaceAll("(?s).*(http://127.0.0.1:\\d+).*", "$1");
      Streams.within("everything asked for is told", Streams.PATIENCE)
          .untilAsserted(() -> tells(scraped(address), cluster.told()));
      assertThat(metrics.signal("TERM").awaitEnd().exit()).isZero();
    }
  }

  private static void tells(String job, String flink) {
    assertThat(job)
        .contains("tidemark_checkpoint_age_seconds ")
        .contains("tidemark_job{tidemark_job=\"running\"} 1")
        .contains("tidemark_connector_failing_streams{connector=\"Acme/shop\"} 0.0");
    for (Asked asked : Asked.all()) {
      assertThat(Asked.told(job + flink))
          .as(asked.where())
          .containsAll(asked.names("(tidemark_(?!connector_cost)|flink_)"));
    }
  }

  private static String scraped(String address) {
    try (InputStream answer = URI.create(address + "/metrics").toURL().openStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Ended submitted(Sql database) {
    return tidemark(database, "run", "--flink", cluster.address(), "--until", "caught-up");
  }

  private Ended tidemark(Sql database, String... arguments) {
    Ended ended = started(database, arguments).awaitEnd();
    assertThat(ended.exit()).as(ended.err()).isZero();
    return ended;
  }

  private Program started(Sql database, String... arguments) {
    String login = "postgresql://tidemark:" + database.password() + "@";
    Stream<String> place =
        Stream.of(
            "--database-url",
            database.url().replace("jdbc:postgresql://", login),
            "--data-dir",
            folder.resolve("data").toString());
    List<String> all = Stream.concat(Stream.of(arguments), place).toList();
    return Program.start(folder, Command.line(all));
  }
}
