// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.Pipeline;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/**
 * A Flink cluster inside this process. Jobs reach it as they reach any other, through its REST
 * interface, which only this machine can see. Closing ends its jobs.
 */
public final class LocalFlink implements Engine {
  private final RunFolder folder;
  private final FlinkTuning tuning;
  private final MiniCluster cluster;

  private LocalFlink(RunFolder folder, FlinkTuning tuning, MiniCluster cluster) {
    this.folder = folder;
    this.tuning = tuning;
    this.cluster = cluster;
  }

  /** Starts a cluster that keeps its files in a folder of its own below {@code parent}. */
  public static LocalFlink start(Path parent, FlinkTuning tuning) {
    RunFolder folder = RunFolder.below(parent.toAbsolutePath());
    Configuration configuration = LocalConfiguration.of(folder, tuning);
    LocalFlink flink = new LocalFlink(folder, tuning, new MiniCluster(plan(configuration, tuning)));
    flink.start(configuration);
    return flink;
  }

  private static MiniClusterConfiguration plan(Configuration configuration, FlinkTuning tuning) {
    return new MiniClusterConfiguration.Builder()
        .setConfiguration(configuration)
        .setNumTaskManagers(1)
        .setNumSlotsPerTaskManager(tuning.parallelism())
        .build();
  }

  private void start(Configuration configuration) {
    try {
      LocalConfiguration.write(folder.configuration(), configuration.toMap());
      cluster.start();
    } catch (Exception failure) {
      close();
      throw new FlinkException(
          "Flink could not be started in this process: " + failure.getMessage() + ".", failure);
    }
  }

  @Override
  public FlinkAddress address() {
    URI uri = cluster.getRestAddress().join();
    return new FlinkAddress(uri.getHost(), uri.getPort());
  }

  @Override
  public FlinkJob run(String name, Consumer<Pipeline> graph) {
    return new Submission(address(), tuning, folder.configuration(), List.of(emptyJar()))
        .submit(name, graph);
  }

  /** What to tell Beam to ship: every class is here already. */
  public Path emptyJar() {
    return EmptyJar.in(folder.scratch());
  }

  @Override
  public boolean endsWithProcess() {
    return true;
  }

  @Override
  public void close() {
    cluster.closeAsync().join();
    folder.close();
  }
}
