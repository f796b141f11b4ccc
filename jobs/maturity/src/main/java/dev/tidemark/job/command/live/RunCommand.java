// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.MaturityPipeline;
import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.Messages;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.local.Engine;
import dev.tidemark.job.local.FlinkAddress;
import dev.tidemark.job.local.FlinkJobs;
import dev.tidemark.job.local.LocalFlink;
import dev.tidemark.job.local.RemoteFlink;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the pipeline on the user's own database and, if wanted, Flink cluster. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Run the pipeline on your own PostgreSQL database and, if you have one, Flink cluster.",
      "Tables are made or brought up to date first. On a cluster the job goes on when this command",
      "ends; a newer job supersedes an older one."
    })
public final class RunCommand implements Callable<Integer> {
  private static final String HERE = "local";

  @Mixin private LiveOptions options;
  @Mixin private DatabaseChoice choice;
  @Mixin private Messages messages;

  @Option(
      names = "--flink",
      paramLabel = "HOST:PORT",
      defaultValue = HERE,
      description = {
        "The REST interface of a Flink 1.19 cluster, or 'local' for one inside this process",
        "(default: ${DEFAULT-VALUE})."
      })
  private String flink;

  @Option(
      names = "--cluster-jar",
      paramLabel = "FILE",
      description = {
        "Where every process of the cluster finds the tidemark.jar of this build, such as in its",
        "image: then it is not uploaded, which most of the time until a job runs goes into."
      })
  private @Nullable Path clusterJar;

  @Option(
      names = "--dry-run",
      description = {
        "Only say what would be done: to the tables, to the job that runs, and whether the cluster",
        "has room."
      })
  private boolean dryRun;

  @Override
  public Integer call() {
    options.validate();
    return dryRun ? rehearse() : run();
  }

  private int rehearse() {
    try (OpenDatabase database = choice.openUnchanged()) {
      Rehearsal rehearsal =
          new Rehearsal(database.access(), options.tuning().parallelism(), messages);
      rehearsal.database();
      boolean room = isHere() || rehearsal.cluster(FlinkJobs.at(FlinkAddress.of(flink)));
      messages.note("Nothing was changed (--dry-run).");
      return room ? 0 : 1;
    }
  }

  private int run() {
    try (StopSignal stop = StopSignal.caught();
        OpenDatabase database = isHere() ? choice.open() : choice.openForCluster()) {
      LiveRun run = new LiveRun(database, options, messages);
      run.step("PostgreSQL runs at " + database.access().location());
      Preparation.model(database.access());
      run.step("starting the job on Flink (" + flink + ")");
      try (Engine engine = engine()) {
        return run.on(engine, stop);
      }
    }
  }

  private boolean isHere() {
    return flink.equals(HERE);
  }

  private Engine engine() {
    return isHere()
        ? LocalFlink.start(choice.folder().flink(), options.tuning())
        : elsewhere(FlinkAddress.of(flink), ClusterJar.of(clusterJar, jar()));
  }

  private Engine elsewhere(FlinkAddress address, Optional<Path> there) {
    return there
        .map(held -> RemoteFlink.holding(held, address, options.tuning()))
        .orElseGet(() -> RemoteFlink.at(address, options.tuning(), jar()));
  }

  /** The jar this class came from is the one the cluster needs. */
  private static Path jar() {
    try {
      Path jar =
          Path.of(
              MaturityPipeline.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (jar.toString().endsWith(".jar")) {
        return jar;
      }
    } catch (URISyntaxException elsewhere) {
      // Not from a file, so not from the job jar.
    }
    throw new CommandFailure(
        "The job can be submitted to a cluster only from its jar: use the tidemark launcher.");
  }
}
