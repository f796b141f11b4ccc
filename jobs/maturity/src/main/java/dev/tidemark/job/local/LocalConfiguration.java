// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;

/** Flink's settings for a cluster inside this process, held small: the job needs the heap. */
final class LocalConfiguration {
  private static final String LOOPBACK = "127.0.0.1";

  private LocalConfiguration() {}

  static Configuration of(RunFolder folder, FlinkTuning tuning) {
    Map<String, String> settings = new TreeMap<>();
    settings.putAll(addresses());
    settings.putAll(memory(tuning));
    settings.putAll(files(folder));
    settings.putAll(Submission.behaviour());
    return Configuration.fromMap(settings);
  }

  /** Reachable from this machine only; a free port. */
  private static Map<String, String> addresses() {
    return Map.of(
        "rest.address", LOOPBACK,
        "rest.bind-address", LOOPBACK,
        "rest.bind-port", "0",
        "jobmanager.bind-host", LOOPBACK,
        "taskmanager.bind-host", LOOPBACK,
        "web.submit.enable", "false");
  }

  private static Map<String, String> memory(FlinkTuning tuning) {
    return Map.of(
        "taskmanager.numberOfTaskSlots", Integer.toString(tuning.parallelism()),
        "taskmanager.memory.managed.size", "1mb",
        "taskmanager.memory.network.min", "16mb",
        "taskmanager.memory.network.max", "16mb",
        // A laptop that slept, or one long pause, is no failure of the only process there is.
        "heartbeat.timeout", "300000",
        "pekko.ask.timeout", "120 s");
  }

  private static Map<String, String> files(RunFolder folder) {
    String scratch = folder.scratch().toString();
    return Map.of(
        "io.tmp.dirs",
        scratch,
        "web.tmpdir",
        scratch,
        "blob.storage.directory",
        scratch,
        "state.backend.type",
        "hashmap",
        "state.checkpoint-storage",
        "filesystem",
        "state.checkpoints.dir",
        folder.checkpoints().toUri().toString());
  }

  /** Leaves the settings in a folder, where Flink's client finds them. */
  static void write(Path folder, Map<String, String> settings) throws IOException {
    String yaml =
        new TreeMap<>(settings)
            .entrySet().stream()
                .map(entry -> entry.getKey() + ": \"" + entry.getValue() + "\"\n")
                .collect(Collectors.joining());
    Files.writeString(folder.resolve("config.yaml"), yaml);
  }
}
