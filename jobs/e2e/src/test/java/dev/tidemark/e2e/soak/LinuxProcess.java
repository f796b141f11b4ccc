// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A process as Linux shows it in {@code /proc} (proc(5)): memory it has in use, threads, what it
 * has open.
 */
record LinuxProcess(long number) implements Instrument {
  private static final double KILOBYTES = 1_024;
  private static final double TICKS_PER_SECOND = 100;

  /** Fields of {@code stat} after the name, counted from the state. */
  private static final int USER_TIME = 11;

  private static final int SYSTEM_TIME = 12;

  /** Processes this one has started and in whose command line a word stands, oldest first. */
  static List<LinuxProcess> started(String word) {
    if (!Files.exists(Path.of("/proc/self/stat"))) {
      throw new IllegalStateException("the soak watches processes in /proc: run it on Linux");
    }
    return ProcessHandle.current()
        .children()
        .sorted(LinuxProcess::byStart)
        .map(it -> new LinuxProcess(it.pid()))
        .filter(it -> Arrays.asList(it.text("cmdline").split("\0", -1)).contains(word))
        .toList();
  }

  private static int byStart(ProcessHandle one, ProcessHandle other) {
    return one.info()
        .startInstant()
        .orElseThrow()
        .compareTo(other.info().startInstant().orElseThrow());
  }

  @Override
  public Map<String, Double> read() {
    List<String> open = open();
    long sockets = open.stream().filter(it -> it.startsWith("socket:")).count();
    return Map.of(
        "resident_mb",
        status("VmRSS") / KILOBYTES,
        "threads",
        status("Threads"),
        "descriptors",
        (double) open.size(),
        "sockets",
        (double) sockets,
        "cpu_s",
        cpuSeconds());
  }

  private double status(String name) {
    return text("status")
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")))
        .findFirst()
        .orElseThrow();
  }

  /** What its descriptors stand for; one that is closed meanwhile stands for nothing. */
  private List<String> open() {
    try (Stream<Path> descriptors = Files.list(place("fd"))) {
      return descriptors.map(LinuxProcess::meaning).filter(it -> !it.isEmpty()).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String meaning(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closed) {
      return "";
    }
  }

  private double cpuSeconds() {
    String stat = text("stat");
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
    return ticks / TICKS_PER_SECOND;
  }

  private String text(String name) {
    try {
      return Files.readString(place(name), StandardCharsets.ISO_8859_1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path place(String name) {
    return Path.of("/proc", Long.toString(number), name);
  }
}
