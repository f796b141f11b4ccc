// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Flink cluster as people run it: a JobManager and TaskManagers of one slot each, in processes of
 * their own that know Flink and what comes with it, and nothing of Tidemark or Beam.
 */
public final class FlinkCluster implements AutoCloseable {
  private static final String JOB_MANAGER =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
  private static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";
  private static final String KEEPER =
      "org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.server.ZooKeeperServerMain";
  private static final JsonMapper JSON = new JsonMapper();

  /** What a Flink distribution holds, by the folders of a Maven repository. */
  private static final Pattern DISTRIBUTION =
      Pattern.compile(
          ".*[/\\\\](org[/\\\\]apache[/\\\\](flink|commons)|commons-\\w+|org[/\\\\](javassist|lz4"
              + "|objenesis|slf4j|snakeyaml|xerial)|com[/\\\\](esotericsoftware|twitter)"
              + "|com[/\\\\]google[/\\\\]code[/\\\\]findbugs|ch[/\\\\]qos[/\\\\]logback)[/\\\\].*");

  private final Path folder;
  private final int port;
  private final List<Integer> reporters = new ArrayList<>();
  private final List<Program> programs = new ArrayList<>();
  private List<String> jobManager = List.of();

  private FlinkCluster(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder.resolve("flink"));
    int[] ports = freePorts(2);
    this.port = ports[0];
    Files.createDirectories(folder.resolve("flink/tmp"));
    Files.writeString(
        this.folder.resolve("config.yaml"), ClusterSettings.of(ports[0], ports[1], this.folder));
    Files.writeString(this.folder.resolve("logback.xml"), ClusterSettings.LOGGING);
  }

  /** Starts one and waits until all its slots are there. */
  public static FlinkCluster in(Path folder, int taskManagers) {
    try {
      FlinkCluster cluster = new FlinkCluster(folder);
      cluster.startJobManager();
      for (int number = 0; number < taskManagers; number++) {
        cluster.startTaskManager();
      }
      cluster.awaitTaskManagers(taskManagers);
      return cluster;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Starts a JobManager that knows of no job; the first of all processes. */
  public void startJobManager() {
    programs.add(0, start(JOB_MANAGER, "--executionMode", "cluster"));
  }

  /** Ends it as {@code kill -9} does; it takes its jobs along. */
  public void killJobManager() {
    programs.remove(0).kill();
  }

  public void startTaskManager() {
    programs.add(start(TASK_MANAGER));
  }

  /** The same, living by a clock that can be shifted. */
  public void startTaskManager(ShiftedClock clock) {
    programs.add(start(List.of(clock.option()), TASK_MANAGER));
  }

  /** Lets go of the TaskManager that has run longest, which goes on until it is told to end. */
  public Program takeTaskManager() {
    return programs.remove(1);
  }

  /** Waits until so many TaskManagers are there; one that gave up starting is started again. */
  public void awaitTaskManagers(int number) {
    Streams.within(number + " TaskManagers are there", Streams.PATIENCE)
        .until(
            () -> {
              replaceEnded();
              return ask("/overview").path("taskmanagers").asInt() == number;
            });
  }

  /** What containers' restart policies do. */
  private void replaceEnded() {
    for (Program ended : List.copyOf(programs.subList(1, programs.size()))) {
      if (ended.hasEnded()) {
        programs.remove(ended);
        startTaskManager();
      }
    }
  }

  /** Where it keeps checkpoints. */
  public Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  /** Starts one that was made for a job, with high availability. */
  public static FlinkCluster ofOneJob(Path folder, Path jar, String... arguments) {
    try {
      FlinkCluster cluster = new FlinkCluster(folder);
      cluster.keepWhoLeads();
      cluster.jobManager = cluster.ofOneJob(jar, arguments);
      cluster.programs.add(Program.start(cluster.folder, cluster.jobManager));
      cluster.startTaskManager();
      return cluster;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** ZooKeeper, which Flink brings along, in the place of Kubernetes. */
  private void keepWhoLeads() throws IOException {
    int keeper = freePorts(1)[0];
    run("-Dzookeeper.admin.enableServer=false", KEEPER, "" + keeper, folder + "/keeper");
    String settings =
        """
        high-availability.type: zookeeper
        high-availability.zookeeper.quorum: 127.0.0.1:%d
        high-availability.storageDir: file://%s/high-availability
        high-availability.cluster-id: tidemark
        high-availability.zookeeper.client.session-timeout: 4000
        """;
    Files.writeString(
        folder.resolve("config.yaml"),
        settings.formatted(keeper, folder),
        StandardOpenOption.APPEND);
  }

  private List<String> ofOneJob(Path jar, String... arguments) {
    String own = Path.of("target", "test-classes").toAbsolutePath().toString();
    return Stream.of(
            Command.java(),
            Command.opens(),
            List.of("-Xmx384m", "-classpath", classPath() + File.pathSeparator + own),
            List.of(ApplicationEntrypoint.class.getName(), folder.toString(), jar.toString()),
            List.of(arguments))
        .flatMap(List::stream)
        .toList();
  }

  /** Kills the JobManager as {@code kill -9} does and starts another. */
  public void replaceJobManager() {
    programs.remove(1).kill();
    programs.add(1, Program.start(folder, jobManager));
  }

  /** Whether the JobManager ran the main class and went on with a job it found. */
  public boolean hasGoneOn() {
    return programs.get(1).all().contains("was recovered successfully");
  }

  private void run(String... arguments) {
    List<String> command =
        Stream.of(
                Command.java(), List.of("-Xmx128m", "-classpath", classPath()), List.of(arguments))
            .flatMap(List::stream)
            .toList();
    programs.add(Program.start(folder, command));
  }

  /** The address of its REST interface. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** The job of that number, as the overview lists it. */
  public JsonNode job(int number) {
    for (JsonNode job : ask("/jobs/overview").path("jobs")) {
      if (job.path("name").asText().equals("tidemark " + number)) {
        return job;
      }
    }
    return JSON.createObjectNode();
  }

  /** What made a job fail, as a stack trace. */
  public String failure(JsonNode job) {
    return ask("/jobs/" + job.path("jid").asText() + "/exceptions").path("root-exception").asText();
  }

  /** Submits a jar with Flink's own command and returns once it is accepted. */
  public Ended submit(Path jar, String... arguments) {
    return submit(jar, List.of(), arguments);
  }

  /** The same with options of Flink's command. */
  public Ended submit(Path jar, List<String> options, String... arguments) {
    List<String> command =
        Stream.of(
                List.of("env", "FLINK_CONF_DIR=" + folder),
                Command.java(),
                Command.opens(),
                List.of("-classpath", classPath(), "org.apache.flink.client.cli.CliFrontend"),
                List.of("run", "--detached"),
                options,
                List.of(jar.toString()),
                List.of(arguments))
            .flatMap(List::stream)
            .toList();
    try (Program program = Program.start(folder, command)) {
      return program.awaitEnd();
    }
  }

  /** What its processes tell Prometheus, all of it. */
  public String told() {
    StringBuilder told = new StringBuilder();
    for (int reporter : reporters) {
      try (InputStream answer =
          URI.create("http://127.0.0.1:" + reporter + "/metrics").toURL().openStream()) {
        told.append(new String(answer.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return told.toString();
  }

  private JsonNode ask(String path) {
    try (InputStream answer = URI.create("http://" + address() + path).toURL().openStream()) {
      return JSON.readTree(answer);
    } catch (IOException notYet) {
      return JSON.createObjectNode();
    }
  }

  private Program start(String program, String... arguments) {
    return start(List.of(), program, arguments);
  }

  private Program start(List<String> options, String program, String... arguments) {
    int reporter = freePorts(1)[0];
    reporters.add(reporter);
    List<String> command =
        Stream.of(
                Command.java(),
                Command.opens(),
                options,
                List.of("-Xmx384m", "-Dlogback.configurationFile=" + folder.resolve("logback.xml")),
                List.of("-classpath", classPath(), program),
                List.of("--configDir", folder.toString()),
                List.of("-Dmetrics.reporter.prom.port=" + reporter),
                List.of(arguments))
            .flatMap(List::stream)
            .toList();
    return Program.start(folder, command);
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> DISTRIBUTION.matcher(entry).matches())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Free at the same time, so different. */
  private static int[] freePorts(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int number = 0; number < count; number++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      int[] ports = sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
      for (ServerSocket socket : sockets) {
        socket.close();
      }
      return ports;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    programs.forEach(Program::close);
  }
}
