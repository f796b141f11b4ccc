// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.beam.sdk.util.ReleaseInfo;
import org.apache.flink.runtime.util.EnvironmentInformation;

/** Where and with what a run was made. */
public record Machine(
    Instant at,
    String processor,
    int cores,
    String system,
    String java,
    String javaOptions,
    String beam,
    String flink,
    String postgresql) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /** This one, now. */
  public static Machine now(String postgresql, List<String> javaOptions) {
    return new Machine(
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        String.join(" ", javaOptions),
        ReleaseInfo.getReleaseInfo().getVersion(),
        EnvironmentInformation.getVersion(),
        postgresql);
  }

  private static String processorName() {
    try {
      return Files.readAllLines(PROCESSORS).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException elsewhere) {
      return System.getProperty("os.arch");
    }
  }
}
