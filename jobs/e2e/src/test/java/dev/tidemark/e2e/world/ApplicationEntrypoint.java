// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import java.io.File;
import java.util.Arrays;
import org.apache.flink.client.deployment.application.ApplicationClusterEntryPoint;
import org.apache.flink.client.program.PackagedProgram;
import org.apache.flink.client.program.ProgramInvocationException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.entrypoint.ClusterEntrypoint;
import org.apache.flink.runtime.resourcemanager.StandaloneResourceManagerFactory;

/**
 * The JobManager of a cluster that was made for one job, as a distribution starts it: its own entry
 * point is in a jar that cannot be had, and does no more than this.
 */
@SuppressWarnings("try") // Its close is Flink's, which waits and may be interrupted.
public final class ApplicationEntrypoint extends ApplicationClusterEntryPoint {
  private ApplicationEntrypoint(Configuration configuration, PackagedProgram program) {
    super(configuration, program, StandaloneResourceManagerFactory.getInstance());
  }

  /** Takes a folder of configuration, the job's jar and the job's arguments. */
  public static void main(String[] arguments) throws Exception {
    Configuration configuration = GlobalConfiguration.loadConfiguration(arguments[0]);
    PackagedProgram program = program(configuration, arguments);
    configureExecution(configuration, program);
    ClusterEntrypoint.runClusterEntrypoint(new ApplicationEntrypoint(configuration, program));
  }

  private static PackagedProgram program(Configuration configuration, String[] arguments)
      throws ProgramInvocationException {
    return PackagedProgram.newBuilder()
        .setJarFile(new File(arguments[1]))
        .setArguments(Arrays.copyOfRange(arguments, 2, arguments.length))
        .setConfiguration(configuration)
        .build();
  }
}
