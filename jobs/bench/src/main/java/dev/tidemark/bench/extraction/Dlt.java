// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The extractor dlt, as .ci/extractors installs it from its package name.
 *
 * @param python of the environment it is in
 */
record Dlt(Path python) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCRIPT = "extract_with_dlt.py";

  /** What it took, without its start, and what it handed over. */
  record Outcome(long cpuNanos, long wallNanos, List<String> rows) {
    Outcome {
      rows = List.copyOf(rows);
    }
  }

  static boolean isInstalled() {
    return Files.isExecutable(installed().python());
  }

  static Dlt installed() {
    String home = System.getProperty("tidemark.home", ".");
    String folder = System.getProperty("tidemark.extractors", home + "/target/extractors");
    return new Dlt(Path.of(folder, "python", "bin", "python").toAbsolutePath());
  }

  Outcome read(int port, Terms terms, Path scratch) {
    try {
      Files.createDirectories(scratch);
      Path result = scratch.resolve("result.json");
      ProcessBuilder builder =
          new ProcessBuilder(
                  python.toString(),
                  script(scratch).toString(),
                  Integer.toString(port),
                  Integer.toString(terms.workload().streams()),
                  result.toString())
              .directory(scratch.toFile())
              .redirectErrorStream(true)
              .redirectOutput(scratch.resolve("output.log").toFile());
      settings(builder, scratch);
      if (builder.start().waitFor() != 0) {
        throw new IllegalStateException("dlt failed; see " + scratch.resolve("output.log"));
      }
      return outcome(JSON.readTree(Files.readAllBytes(result)));
    } catch (IOException failure) {
      throw new UncheckedIOException("dlt cannot be run", failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while dlt ran", stop);
    }
  }

  /** What its page on performance says to set; nothing is told to anybody. */
  private static void settings(ProcessBuilder builder, Path scratch) {
    builder.environment().put("DLT_DATA_DIR", scratch.resolve("data").toString());
    builder.environment().put("RUNTIME__DLTHUB_TELEMETRY", "false");
    builder.environment().put("EXTRACT__WORKERS", "8");
    builder.environment().put("EXTRACT__MAX_PARALLEL_ITEMS", "64");
    builder.environment().put("NORMALIZE__WORKERS", "2");
    builder.environment().put("LOAD__WORKERS", "8");
    builder.environment().put("DATA_WRITER__FILE_MAX_ITEMS", "20000");
    builder.environment().put("DATA_WRITER__BUFFER_MAX_ITEMS", "20000");
  }

  private static Path script(Path scratch) throws IOException {
    Path script = scratch.resolve(SCRIPT);
    try (InputStream in = Objects.requireNonNull(Dlt.class.getResourceAsStream(SCRIPT))) {
      Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
    }
    return script;
  }

  private static Outcome outcome(JsonNode result) {
    List<String> rows = new ArrayList<>();
    result.path("rows").forEach(row -> rows.add(row.asText()));
    rows.sort(null);
    return new Outcome(
        (long) (result.path("cpu").asDouble() * 1e9),
        (long) (result.path("wall").asDouble() * 1e9),
        rows);
  }
}
