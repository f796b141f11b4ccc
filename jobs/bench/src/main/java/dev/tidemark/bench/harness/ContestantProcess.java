// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import dev.tidemark.bench.contestant.ContestantMain;
import dev.tidemark.bench.contestant.Entry;
import dev.tidemark.bench.contestant.Round;
import dev.tidemark.bench.contestant.Spent;
import dev.tidemark.bench.workload.BenchConnectorType;
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
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A contestant in a process of its own, from the first round to the last. */
final class ContestantProcess implements AutoCloseable {
  private static final long SECONDS_TO_END = 10;

  private final Entry entry;
  private final Path scratch;
  private final Process process;
  private final BufferedReader out;
  private final BufferedWriter in;

  private ContestantProcess(Entry entry, Path scratch, Process process) {
    this.entry = entry;
    this.scratch = scratch;
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * Starts one and waits until it is ready.
   *
   * @param parent gets a folder for what it leaves while it runs, its log above all
   */
  static ContestantProcess start(Entry entry, JavaOptions options, Path parent) {
    try {
      Path scratch = Files.createDirectories(parent.resolve(entry.name().toLowerCase(Locale.ROOT)));
      Process process =
          new ProcessBuilder(command(entry, options, scratch))
              .redirectError(scratch.resolve("error.log").toFile())
              .start();
      ContestantProcess started = new ContestantProcess(entry, scratch, process);
      started.answer();
      return started;
    } catch (IOException failure) {
      throw new UncheckedIOException(entry.title() + " cannot be started", failure);
    }
  }

  private static List<String> command(Entry entry, JavaOptions options, Path scratch)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options.words());
    command.addAll(opens());
    command.add("-cp");
    command.add(services(scratch) + File.pathSeparator + System.getProperty("java.class.path"));
    command.add(ContestantMain.class.getName());
    command.add(entry.name());
    command.add(scratch.toString());
    return command;
  }

  /** What Flink reaches into; this process was started with the same. */
  private static List<String> opens() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .toList();
  }

  /** The connector of benchmarks is there for contestants and nobody else. */
  private static Path services(Path scratch) throws IOException {
    Path services = Files.createDirectories(scratch.resolve("services/META-INF/services"));
    Files.writeString(
        services.resolve(ConnectorType.class.getName()), BenchConnectorType.class.getName() + "\n");
    return scratch.resolve("services");
  }

  Entry entry() {
    return entry;
  }

  /** Runs a round. */
  Spent run(Round round) {
    try {
      in.write(round.text());
      in.newLine();
      in.flush();
      return Spent.parse(answer());
    } catch (IOException failure) {
      throw lost(failure);
    }
  }

  private String answer() throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(ContestantMain.ANSWER)) {
        return line.substring(ContestantMain.ANSWER.length());
      }
    }
    throw lost(new IOException("it ended"));
  }

  private IllegalStateException lost(IOException failure) {
    return new IllegalStateException(
        entry.title() + " did not end its round; see the files in " + scratch, failure);
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
