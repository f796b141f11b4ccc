// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.live;

import com.sun.management.OperatingSystemMXBean;
import dev.tidemark.bench.process.Answers;
import dev.tidemark.bench.workload.TrickleConnectorType;
import dev.tidemark.job.MaturityPipeline;
import dev.tidemark.job.command.LogFile;
import dev.tidemark.job.local.FlinkJob;
import dev.tidemark.job.local.FlinkTuning;
import dev.tidemark.job.local.LocalFlink;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The job as {@code tidemark run} runs it, graph and cluster and settings, and nothing else in its
 * process; answers questions about itself. Its first answer says where Flink is and what the job is
 * called there.
 */
@Command(name = "job")
public final class JobMain implements Callable<Integer> {
  private static final Duration TO_CANCEL = Duration.ofSeconds(20);
  private static final int COLLECTIONS = 3;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  @Parameters private Path scratch;
  @Parameters private String database;
  @Parameters private Path password;
  @Parameters private Path key;
  @Spec private CommandSpec spec;

  private final Recorder recorder = new Recorder();

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new JobMain()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    LogFile.in(scratch);
    Answers.endWithParent();
    DatabaseAccess access =
        DatabaseAccess.at(database).withPassword("file:" + password).withKey("file:" + key);
    try (LocalFlink flink = LocalFlink.start(scratch, FlinkTuning.standard())) {
      PipelineJob job = started(access);
      FlinkJob running =
          flink.run("bench " + job.id(), pipeline -> MaturityPipeline.build(pipeline, access, job));
      Answers.give(
          running.address() + " " + running.id(), spec.commandLine().getOut(), this::answer);
      running.cancel(TO_CANCEL);
    }
    return 0;
  }

  private static PipelineJob started(DatabaseAccess access) {
    try (Administration administration = Administration.of(access)) {
      return administration.jobs().start("benchmark");
    }
  }

  private String answer(String question) throws Exception {
    return switch (Question.of(question)) {
      case CPU -> Long.toString(SYSTEM.getProcessCpuTime());
      case HEAP -> Long.toString(heap());
      case THREADS -> Integer.toString(ManagementFactory.getThreadMXBean().getThreadCount());
      case POLLS -> Long.toString(TrickleConnectorType.polls());
      case FETCHES ->
          FetchLog.all().stream().map(FetchLog.Fetch::text).collect(Collectors.joining(","));
      case RECORD -> recorder.begin();
      case DUMP -> recorder.end(Question.argument(question));
    };
  }

  /** Bytes of what lives: what several full collections leave. */
  private static long heap() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
