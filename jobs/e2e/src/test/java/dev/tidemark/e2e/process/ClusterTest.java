// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged job on a Flink cluster somebody else runs, with a database somebody else runs: it is
 * read and scored, and submitting again takes over although no slot was free.
 */
final class ClusterTest {
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
    submitted(database);
    Streams.awaitAndTell(
        "the older job gives way", () -> cluster.job(1).path("state").asText().equals("FAILED"));
    assertThat(cluster.failure(cluster.job(1))).contains("superseded by job 2");
    assertThat(cluster.job(2).path("state").asText()).isEqualTo("RUNNING");
    assertThat(Truth.known(database))
        .containsEntry("assets", Truth.assets(source.administrator()).get("assets"));
  }

  private Ended submitted(Sql database) {
    return tidemark(database, "run", "--flink", cluster.address(), "--until", "caught-up");
  }

  private Ended tidemark(Sql database, String... arguments) {
    String login = "postgresql://tidemark:" + database.password() + "@";
    Stream<String> place =
        Stream.of(
            "--database-url",
            database.url().replace("jdbc:postgresql://", login),
            "--data-dir",
            folder.resolve("data").toString());
    List<String> all = Stream.concat(Stream.of(arguments), place).toList();
    Ended ended = Program.start(folder, Command.packaged(all)).awaitEnd();
    assertThat(ended.exit()).as(ended.err()).isZero();
    return ended;
  }
}
