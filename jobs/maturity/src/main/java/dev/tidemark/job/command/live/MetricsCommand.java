// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.Messages;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.health.HealthServer;
import dev.tidemark.job.local.FlinkAddress;
import dev.tidemark.job.local.FlinkJobs;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.database.Database;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a job that runs on a cluster, for as long as it is let. */
@Command(
    name = "metrics",
    mixinStandardHelpOptions = true,
    description = {
      "Serve /health/live, /health/ready and /metrics (OpenMetrics) of the newest job on a Flink",
      "cluster, as 'up' and 'run' do with --port for theirs. Runs until it is stopped.",
      "Whoever reaches the address can read them: they name organisations, connectors and scores."
    })
public final class MetricsCommand implements Callable<Integer> {
  private static final Duration TO_ANSWER = Duration.ofSeconds(5);
  private static final Duration A_WHILE = Duration.ofHours(1);

  @Mixin private DatabaseChoice choice;
  @Mixin private Messages messages;

  @Option(
      names = "--flink",
      paramLabel = "HOST:PORT",
      required = true,
      description = "The REST interface of the Flink cluster.")
  private String flink;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      defaultValue = HealthServer.HERE,
      description = "The address of this machine to listen at (default: ${DEFAULT-VALUE}).")
  private String address;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "9464",
      description = {
        "The port to listen at; 0 takes a free one and says which (default: ${DEFAULT-VALUE})."
      })
  private int port;

  @Override
  public Integer call() {
    FlinkJobs cluster = FlinkJobs.at(FlinkAddress.of(flink));
    try (StopSignal stop = StopSignal.caught();
        OpenDatabase opened = choice.openExisting();
        Administration administration = Administration.of(watching(opened));
        Database database = watching(opened).database()) {
      NewestJob job = new NewestJob(administration.jobs(), cluster);
      serve(new VitalSigns(database, job), stop);
    }
    return 0;
  }

  private void serve(VitalSigns vitals, StopSignal stop) {
    try (HealthServer server = HealthServer.start(address, port, vitals)) {
      messages.note("health and metrics on http://" + address + ":" + server.port());
      while (!stop.awaitAsked(A_WHILE)) {
        // Requests are answered by threads of the server's own.
      }
    }
  }

  private static DatabaseAccess watching(OpenDatabase opened) {
    return opened.access().withConnections(2).withPatience(TO_ANSWER);
  }
}
