// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.beam.sdk.Pipeline;

/** A Flink cluster that is not there: what is handed to it is translated and then forgotten. */
public final class Nowhere {
  /** Nobody listens on the first port, and nobody is asked twice. */
  private static final FlinkAddress ADDRESS = new FlinkAddress("127.0.0.1", 1);

  private static final Map<String, String> ONCE = Map.of("rest.retry.max-attempts", "0");

  private Nowhere() {}

  /** Hands it a pipeline; fails, as late as it can. */
  public static void offer(String name, Consumer<Pipeline> graph) {
    try {
      Path configuration = Files.createTempDirectory("tidemark-nowhere-");
      try {
        LocalConfiguration.write(configuration, ONCE);
        List<Path> jars = List.of(EmptyJar.in(configuration));
        new Submission(ADDRESS, FlinkTuning.standard(), configuration, jars).submit(name, graph);
      } finally {
        Files.deleteIfExists(configuration.resolve(EmptyJar.NAME));
        Files.deleteIfExists(configuration.resolve("config.yaml"));
        Files.deleteIfExists(configuration);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
