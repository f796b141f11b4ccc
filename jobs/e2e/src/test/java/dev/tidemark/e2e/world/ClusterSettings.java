// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.util.TimeUtils;

/**
 * The settings of a cluster on this machine. How soon it sees that a process is gone, and what it
 * does then, is what {@code deploy} ships; the rest makes it small.
 */
final class ClusterSettings {
  private static final Path DEPLOY = Path.of("..", "..", "deploy");
  private static final Path SHIPPED = DEPLOY.resolve("compose/compose.yaml");
  private static final Path APPLICATION = DEPLOY.resolve("kubernetes/flink.yaml");
  private static final String LEASE =
      "high-availability.kubernetes.leader-election.lease-duration:";
  private static final String ORDER = "classloader.resolve-order:";
  private static final List<String> TAKEN =
      List.of("heartbeat.", "cluster.", "pekko.", "restart-strategy.", "execution.");

  /** What a distribution of Flink logs; told nothing, the library would log all. */
  static final String LOGGING =
      """
      <configuration>
        <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
          <encoder><pattern>%d{HH:mm:ss.SSS} [%thread] %-5level %logger{0} - %msg%n</pattern></encoder>
        </appender>
        <root level="INFO"><appender-ref ref="out"/></root>
      </configuration>
      """;

  private ClusterSettings() {}

  /** Flink's own scripts would work the memory of a TaskManager out; here it is told. */
  static String of(int rest, int remote, Path folder) throws IOException {
    return """
    rest.address: 127.0.0.1
    rest.bind-address: 127.0.0.1
    rest.port: %d
    jobmanager.rpc.address: 127.0.0.1
    jobmanager.rpc.port: %d
    jobmanager.bind-host: 127.0.0.1
    taskmanager.host: 127.0.0.1
    taskmanager.bind-host: 127.0.0.1
    taskmanager.numberOfTaskSlots: 1
    taskmanager.cpu.cores: 1.0
    taskmanager.memory.task.heap.size: 256mb
    taskmanager.memory.task.off-heap.size: 64mb
    taskmanager.memory.framework.heap.size: 64mb
    taskmanager.memory.framework.off-heap.size: 64mb
    taskmanager.memory.managed.size: 1mb
    taskmanager.memory.network.min: 32mb
    taskmanager.memory.network.max: 32mb
    taskmanager.memory.jvm-metaspace.size: 256mb
    taskmanager.memory.jvm-overhead.min: 64mb
    taskmanager.memory.jvm-overhead.max: 64mb
    io.tmp.dirs: %3$s/tmp
    blob.storage.directory: %3$s/tmp
    state.checkpoints.dir: file://%3$s/checkpoints
    metrics.reporter.prom.factory.class: org.apache.flink.metrics.prometheus.PrometheusReporterFactory
    """
            .formatted(rest, remote, folder)
        + shipped();
  }

  /**
   * What ZooKeeper does in the place of Kubernetes: whoever leads is gone as soon as it has been
   * silent for as long as {@code deploy} lets Kubernetes wait. A cluster is known by its port.
   */
  static String ofWhoLeads(int keeper, Path folder) throws IOException {
    return """
    high-availability.type: zookeeper
    high-availability.zookeeper.quorum: 127.0.0.1:%1$d
    high-availability.storageDir: file://%2$s/high-availability
    high-availability.cluster-id: tidemark-%1$d
    high-availability.zookeeper.client.session-timeout: %3$d
    """
        .formatted(keeper, folder, TimeUtils.parseDuration(lease()).toMillis());
  }

  /** Where the job's classes come from in a cluster that has its jar, as {@code deploy} has it. */
  static String ofWhoHoldsTheJob() throws IOException {
    return ORDER + " " + said(SHIPPED, ORDER) + "\n";
  }

  private static String lease() throws IOException {
    return said(APPLICATION, LEASE);
  }

  private static String said(Path file, String key) throws IOException {
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).strip())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(file + " does not say " + key));
  }

  private static String shipped() throws IOException {
    return Files.readAllLines(SHIPPED).stream()
        .map(String::strip)
        .filter(line -> TAKEN.stream().anyMatch(line::startsWith))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
