// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.process;

import dev.tidemark.spi.ConnectorType;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process with this one's class path that answers line by line, see {@link Answers}. */
public final class Companion implements AutoCloseable {
  private static final long SECONDS_TO_END = 10;

  private final String title;
  private final Path scratch;
  private final Process process;
  private final BufferedReader out;
  private final BufferedWriter in;
  private String ready = "";

  private Companion(String title, Path scratch, Process process) {
    this.title = title;
    this.scratch = scratch;
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * What is to be started.
   *
   * @param title for people
   * @param offered the connector types of benchmarks the process finds, and nobody else
   * @param scratch a folder for what it leaves while it runs, its log above all
   */
  public record Plan(
      String title,
      Class<?> main,
      List<String> arguments,
      JavaOptions options,
      List<Class<? extends ConnectorType>> offered,
      Path scratch) {
    public Plan {
      arguments = List.copyOf(arguments);
      offered = List.copyOf(offered);
    }
  }

  /** Starts one and waits until it is ready. */
  public static Companion start(Plan plan) {
    try {
      Files.createDirectories(plan.scratch());
      Process process =
          new ProcessBuilder(command(plan))
              .redirectError(plan.scratch().resolve("error.log").toFile())
              .start();
      Companion started = new Companion(plan.title(), plan.scratch(), process);
      started.ready = started.answer();
      return started;
    } catch (IOException failure) {
      throw new UncheckedIOException(plan.title() + " cannot be started", failure);
    }
  }

  private static List<String> command(Plan plan) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(plan.options().words());
    command.addAll(opens());
    command.add("-cp");
    command.add(services(plan) + File.pathSeparator + System.getProperty("java.class.path"));
    command.add(plan.main().getName());
    command.addAll(plan.arguments());
    return command;
  }

  /** What Flink reaches into; this process was started with the same. */
  private static List<String> opens() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .toList();
  }

  /** In the module's jar it would be a connector type wherever the jar is seen. */
  private static Path services(Plan plan) throws IOException {
    Path root = plan.scratch().resolve("services");
    Path services = Files.createDirectories(root.resolve("META-INF/services"));
    Files.write(
        services.resolve(ConnectorType.class.getName()),
        plan.offered().stream().map(Class::getName).toList());
    return root;
  }

  /** What it said when it was ready. */
  public String ready() {
    return ready;
  }

  /** Asks it something and waits for the answer. */
  public String ask(String question) {
    try {
      in.write(question);
      in.newLine();
      in.flush();
      return answer();
    } catch (IOException failure) {
      throw lost(failure);
    }
  }

  private String answer() throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(Answers.PREFIX)) {
        return line.substring(Answers.PREFIX.length());
      }
    }
    throw lost(new IOException("it ended"));
  }

  private IllegalStateException lost(IOException failure) {
    return new IllegalStateException(
        title + " does not answer; see the files in " + scratch, failure);
  }

  /** Whether its process still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it, as {@code kill -9} does. */
  public void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has it end, by force if need be. */
  @Override
  public void close() {
    try {
      in.close();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException | InterruptedException failure) {
      process.destroyForcibly();
    }
  }
}
