// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.e2e.world.Command;
import dev.tidemark.e2e.world.Ended;
import dev.tidemark.e2e.world.FlinkCluster;
import dev.tidemark.e2e.world.Installation;
import dev.tidemark.e2e.world.SourceServer;
import dev.tidemark.e2e.world.Sql;
import dev.tidemark.e2e.world.Streams;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cluster made for the job, with high availability, as the operator for Kubernetes makes it: the
 * JobManager that replaces a killed one runs the main class again and goes on with the job it had.
 */
final class ApplicationClusterTest {
  private static final String READ = "SELECT count(*) FROM stream WHERE caught_up_at IS NOT NULL";

  private static final String POLLED_SINCE =
      "SELECT count(*) FROM stream WHERE last_poll > '%s' AND job_epoch = 1";

  private Path folder;
  private SourceServer source;

  @BeforeEach
  void begin(@TempDir Path temporary) {
    folder = temporary;
    source = SourceServer.in(folder);
  }

  @AfterEach
  void end() {
    source.close();
  }

  @Test
  void aNewJobManagerGoesOnWithTheJobThereIs() {
    Sql database = source.freshDatabase();
    Installation files = Installation.in(folder, "tidemark");
    Path password = files.written("password", database.password());
    connect(database, files);
    try (FlinkCluster cluster =
        FlinkCluster.ofOneJob(
            folder,
            Command.jar(),
            "--database=" + database.url().replace("jdbc:postgresql://", "postgresql://tidemark@"),
            "--password=file:" + password,
            "--key=file:" + files.data().resolve("key"),
            "--tasks=1",
            "--checkpointMillis=1000")) {
      Streams.within("everything is read", Streams.PATIENCE)
          .until(() -> database.number(READ) == 6);
      cluster.killJobManager();
      cluster.startJobManager();
      Streams.within("the other JobManager goes on with the job", Streams.PATIENCE)
          .until(cluster::hasGoneOn);
      assertThat(database.number("SELECT count(*) FROM pipeline_job")).isEqualTo(1);
      Streams.within("it runs", Streams.PATIENCE)
          .until(() -> cluster.job(1).path("state").asText().equals("RUNNING"));
      String since = database.answer("SELECT clock_timestamp()");
      Streams.within("reading goes on", Streams.PATIENCE)
          .until(() -> database.number(POLLED_SINCE.formatted(since)) == 6);
      assertThat(cluster.job(1).path("state").asText()).isEqualTo("RUNNING");
    }
  }

  private void connect(Sql database, Installation files) {
    String login = "postgresql://tidemark:" + database.password() + "@";
    Ended ended =
        files.run(
            "connector",
            "add",
            files.written("shop", source.connector("shop")).toString(),
            "--database-url",
            database.url().replace("jdbc:postgresql://", login));
    assertThat(ended.exit()).as(ended.err()).isZero();
  }
}
