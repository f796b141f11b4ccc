// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job;

import dev.tidemark.job.command.live.Preparation;
import dev.tidemark.job.local.FlinkTuning;
import dev.tidemark.job.local.Submission;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Jobs;
import dev.tidemark.spi.options.References;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The main class of the job jar, for {@code flink run} and for application clusters: brings the
 * tables up to date, notes the submission, which supersedes those before it, and submits the
 * pipeline.
 */
public final class MaturityJob {
  private MaturityJob() {}

  /** Submits the job the arguments describe; {@code --help} lists them. */
  public static void main(String[] arguments) {
    submit(options(arguments));
  }

  /**
   * What the arguments say.
   *
   * @throws IllegalArgumentException naming the option that is missing or unknown
   */
  public static MaturityOptions options(String... arguments) {
    PipelineOptionsFactory.register(MaturityOptions.class);
    // Told no runner, Beam looks for the one of tests, which is not in the jar.
    String[] all =
        Stream.concat(Stream.of("--runner=FlinkRunner"), Stream.of(arguments))
            .toArray(String[]::new);
    return PipelineOptionsFactory.fromArgs(all).withValidation().as(MaturityOptions.class);
  }

  private static void submit(MaturityOptions options) {
    DatabaseAccess access = access(options);
    access.migrations().apply();
    Preparation.model(access);
    PipelineJob job = started(access);
    Pipeline pipeline = Pipeline.create(tuned(options, job));
    Duration deadline = Duration.ofMillis(options.getFetchDeadlineMillis());
    MaturityPipeline.build(pipeline, access, job, deadline);
    pipeline.run();
  }

  private static PipelineJob started(DatabaseAccess access) {
    try (Administration administration = Administration.of(access)) {
      Jobs jobs = administration.jobs();
      return FixedJob.id(client())
          .map(id -> jobs.start(id, "an application cluster"))
          .orElseGet(() -> jobs.start("submitted with flink run"));
    }
  }

  /** What Flink was told by whoever submits. */
  private static ReadableConfig client() {
    return StreamExecutionEnvironment.getExecutionEnvironment().getConfiguration();
  }

  private static DatabaseAccess access(MaturityOptions options) {
    String address = resolved(options.getDatabase());
    DatabaseAccess access = DatabaseAccess.at(address).withKey(options.getKey());
    return options.getPassword().isEmpty() ? access : access.withPassword(options.getPassword());
  }

  private static String resolved(String reference) {
    String option = "database";
    return String.valueOf(References.standard().resolve(Map.of(option, reference)).get(option));
  }

  private static FlinkPipelineOptions tuned(MaturityOptions options, PipelineJob job) {
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    int cluster = flink.getParallelism();
    FlinkTuning tuning =
        new FlinkTuning(
            options.getTasks() > 0 ? options.getTasks() : 1,
            Duration.ofMillis(options.getCheckpointMillis()));
    Submission.tuned(flink, tuning);
    flink.setParallelism(options.getTasks() > 0 ? options.getTasks() : cluster);
    // Waiting for the end of a job whose client does not wait fails, although the job is accepted.
    flink.setAttachedMode(client().get(DeploymentOptions.ATTACHED));
    flink.setJobName(Submission.name(job));
    return flink;
  }
}
