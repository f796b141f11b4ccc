// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.Pipeline;

/** A Flink cluster somebody else runs. Jobs submitted to it go on when this process ends. */
public final class RemoteFlink implements Engine {
  private final FlinkAddress address;
  private final FlinkTuning tuning;
  private final Path jar;
  private final Path configuration;

  private RemoteFlink(FlinkAddress address, FlinkTuning tuning, Path jar, Path configuration) {
    this.address = address;
    this.tuning = tuning;
    this.jar = jar;
    this.configuration = configuration;
  }

  /**
   * The cluster at an address, if it answers.
   *
   * @param jar what it must load to run the job
   */
  public static RemoteFlink at(FlinkAddress address, FlinkTuning tuning, Path jar) {
    new FlinkRest(address).get("/overview");
    return new RemoteFlink(address, tuning, jar, configured());
  }

  /**
   * The same where the jar need not be sent, which most of the time until a job runs would go into.
   *
   * @param jar what every process of the cluster finds under this path, such as in its image
   */
  public static RemoteFlink holding(Path jar, FlinkAddress address, FlinkTuning tuning) {
    new FlinkRest(address).get("/overview");
    Path configuration = configured();
    return new RemoteFlink(address, tuning, EmptyJar.in(configuration, jar), configuration);
  }

  private static Path configured() {
    try {
      Path configuration = Files.createTempDirectory("tidemark-flink-");
      LocalConfiguration.write(configuration, Submission.behaviour());
      return configuration;
    } catch (IOException failure) {
      throw new UncheckedIOException("no temporary folder can be made", failure);
    }
  }

  @Override
  public FlinkAddress address() {
    return address;
  }

  @Override
  public FlinkJob run(String name, Consumer<Pipeline> graph) {
    return new Submission(address, tuning, configuration, List.of(jar)).submit(name, graph);
  }

  @Override
  public boolean endsWithProcess() {
    return false;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(configuration.resolve("config.yaml"));
      Files.deleteIfExists(configuration.resolve(EmptyJar.NAME));
      Files.deleteIfExists(configuration);
    } catch (IOException leftover) {
      throw new UncheckedIOException(configuration + " stays behind", leftover);
    }
  }
}
