// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import dev.tidemark.job.MaturityPipeline;
import dev.tidemark.job.local.Nowhere;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.DatabaseAccess;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does in vain what handing a job to a cluster takes, so that a Java virtual machine that is told
 * to archive the classes it has loaded archives those. Nobody is reached and nothing is left.
 */
public final class Warmup {
  private static final String DATABASE = "postgresql://nobody:none@127.0.0.1:1/none";

  private Warmup() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    LogFile.inTemporaryFolder();
    Logger log = LoggerFactory.getLogger(Warmup.class);
    DatabaseAccess access = DatabaseAccess.at(DATABASE).withKey("none");
    PipelineJob job = new PipelineJob(new UUID(0, 1), 1);
    Tidemark.commandLine().parseArgs("run", "--flink", "127.0.0.1:1");
    log.info("{}", MaturityModel.core().reference());
    inVain(access.migrations()::check, log);
    inVain(() -> Nowhere.offer("none", it -> MaturityPipeline.build(it, access, job)), log);
  }

  private static void inVain(Runnable step, Logger log) {
    try {
      step.run();
    } catch (RuntimeException expected) {
      log.debug("as expected: {}", expected.getMessage());
    }
  }
}
