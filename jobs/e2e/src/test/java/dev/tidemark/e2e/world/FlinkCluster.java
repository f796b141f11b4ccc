// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A Flink cluster as people run it: a JobManager and TaskManagers of one slot each, in processes of
 * their own. They know Flink and what comes with it, and nothing of Tidemark or Beam; or they hold
 * the job's jar, as those of {@code deploy} do.
 */
public final class FlinkCluster implements AutoCloseable {
  /** The main class of a JobManager. */
  public static final String JOB_MANAGER =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";

  /** The main class of a TaskManager. */
  public static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";

  private static final String KEEPER =
      "org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.server.ZooKeeperServerMain";
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;
  private final List<String> held;
  private final int port;
  private final List<Integer> reporters = new ArrayList<>();
  private final List<Program> keepers = new ArrayList<>();
  private final List<Program> programs = new ArrayList<>();
  private Supplier<Program> jobManager = () -> start(JOB_MANAGER, "--executionMode", "cluster");

  private FlinkCluster(Path folder, List<String> held) throws IOException {
    this.folder = Files.createDirectories(folder.resolve("flink"));
    this.held = held;
    int[] ports = Distribution.freePorts(2);
    this.port = ports[0];
    Files.createDirectories(folder.resolve("flink/tmp"));
    Files.writeString(
        this.folder.resolve("config.yaml"), ClusterSettings.of(ports[0], ports[1], this.folder));
    Files.writeString(this.folder.resolve("logback.xml"), ClusterSettings.LOGGING);
    if (!held.isEmpty()) {
      set(ClusterSettings.ofWhoHoldsTheJob());
    }
  }

  /** Starts one and waits until all its slots are there. */
  public static FlinkCluster in(Path folder, int taskManagers) {
    return started(folder, List.of(), taskManagers);
  }

  /** The same with the job's jar on the class path of each of its processes. */
  public static FlinkCluster holding(Path jar, Path folder, int taskManagers) {
    return started(folder, List.of(jar.toString()), taskManagers);
  }

  private static FlinkCluster started(Path folder, List<String> held, int taskManagers) {
    try {
      FlinkCluster cluster = new FlinkCluster(folder, held);
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

  /**
   * Starts a JobManager, the first of all processes. One of a cluster that was made for a job goes
   * on with it, others know of no job.
   */
  public void startJobManager() {
    programs.add(0, jobManager.get());
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

  /** Waits until so many TaskManagers are there. */
  public void awaitTaskManagers(int number) {
    Streams.within(number + " TaskManagers are there", Streams.PATIENCE)
        .until(() -> hasTaskManagers(number));
  }

  /** Whether so many TaskManagers are there; what gave up starting is started again. */
  public boolean hasTaskManagers(int number) {
    replaceEnded();
    return ask("/overview").path("taskmanagers").asInt() == number;
  }

  /** What containers' restart policies do. */
  private void replaceEnded() {
    if (programs.get(0).hasEnded()) {
      programs.remove(0);
      startJobManager();
    }
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

  /**
   * Starts one that was made for a job and holds it, with high availability and one TaskManager.
   */
  public static FlinkCluster ofOneJob(Path folder, Path jar, String... arguments) {
    try {
      FlinkCluster cluster = new FlinkCluster(folder, List.of(jar.toString()));
      cluster.keepWhoLeads();
      List<String> command = cluster.ofOneJob(jar, arguments);
      cluster.jobManager = () -> Program.start(cluster.folder, command);
      cluster.startJobManager();
      cluster.startTaskManager();
      return cluster;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** ZooKeeper, which Flink brings along, in the place of Kubernetes; it counts in seconds. */
  private void keepWhoLeads() throws IOException {
    int keeper = Distribution.freePorts(1)[0];
    keepers.add(
        Program.start(
            folder,
            Distribution.command(
                List.of("-Xmx128m", "-Dzookeeper.admin.enableServer=false"),
                List.of(KEEPER, "" + keeper, folder + "/keeper", "1000"))));
    set(ClusterSettings.ofWhoLeads(keeper, folder));
  }

  private void set(String more) throws IOException {
    Files.writeString(folder.resolve("config.yaml"), more, StandardOpenOption.APPEND);
  }

  private List<String> ofOneJob(Path jar, String... arguments) {
    return Distribution.command(
        Stream.concat(
                held.stream(), Stream.of(Path.of("target", "test-classes").toAbsolutePath() + ""))
            .toList(),
        options(),
        Stream.concat(
                Stream.of(ApplicationEntrypoint.class.getName(), folder + "", jar + ""),
                Stream.of(arguments))
            .toList());
  }

  /** Whether the JobManager ran the main class and went on with a job it found. */
  public boolean hasGoneOn() {
    return programs.get(0).all().contains("was recovered successfully");
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
    List<String> run =
        Stream.of(
                List.of("org.apache.flink.client.cli.CliFrontend", "run", "--detached"),
                options,
                List.of(jar.toString()),
                List.of(arguments))
            .flatMap(List::stream)
            .toList();
    List<String> command =
        Stream.concat(
                Stream.of("env", "FLINK_CONF_DIR=" + folder),
                Distribution.command(Command.opens(), run).stream())
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

  /** What its REST interface answers; nothing where it does not. */
  public JsonNode ask(String path) {
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
    int reporter = Distribution.freePorts(1)[0];
    reporters.add(reporter);
    return Program.start(
        folder,
        Distribution.command(
            held,
            Stream.concat(options().stream(), options.stream()).toList(),
            Stream.concat(
                    Stream.of(program, "--configDir", folder.toString()),
                    Stream.concat(
                        Stream.of("-Dmetrics.reporter.prom.port=" + reporter),
                        Stream.of(arguments)))
                .toList()));
  }

  /**
   * What each process is started with. Flink sets the time one may take to open its port under a
   * name that Pekko does not read, and on a busy machine ten seconds pass.
   */
  private List<String> options() {
    List<String> own =
        List.of(
            "-Xmx384m",
            "-Dpekko.remote.classic.startup-timeout=120s",
            "-Dlogback.configurationFile=" + folder.resolve("logback.xml"));
    return Stream.concat(Command.opens().stream(), own.stream()).toList();
  }

  @Override
  public void close() {
    programs.forEach(Program::close);
    keepers.forEach(Program::close);
  }
}
