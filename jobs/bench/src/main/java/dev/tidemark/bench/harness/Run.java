// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import dev.tidemark.bench.contestant.Entry;
import dev.tidemark.bench.contestant.Round;
import dev.tidemark.bench.process.JavaOptions;
import dev.tidemark.bench.workload.Workload;
import dev.tidemark.bench.workload.WrongResultException;
import dev.tidemark.embedded.EmbeddedServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A run: all its workloads, contestants in the same processes from the first to the last. */
public final class Run implements AutoCloseable {
  private static final long SEED = 20_261_126;

  private final Path folder;
  private final JavaOptions options;
  private final Consumer<String> progress;
  private final EmbeddedServer server;
  private final Map<Entry, ContestantProcess> processes = new ConcurrentHashMap<>();
  private final Map<String, Double> reductions = new LinkedHashMap<>();
  private final List<Sample> samples = new ArrayList<>();

  private Run(Path folder, JavaOptions options, Consumer<String> progress, EmbeddedServer server) {
    this.folder = folder;
    this.options = options;
    this.progress = progress;
    this.server = server;
  }

  /**
   * A run that keeps its files below a folder, with a server of its own that waits for the disk as
   * the one {@code tidemark up} starts.
   */
  public static Run in(Path folder, JavaOptions options, Consumer<String> progress) {
    Path data = folder.resolve("postgresql");
    return new Run(folder, options, progress, EmbeddedServer.at(data).start());
  }

  /**
   * Measures.
   *
   * @throws WrongResultException if a contestant wrote anything but what the oracle says
   */
  public void measure(Plan plan) {
    List<ContestantProcess> contestants = plan.entries().stream().map(this::process).toList();
    for (Workload warmUp : plan.warmUps()) {
      try (Laboratory laboratory = laboratory(warmUp)) {
        samples.addAll(new Match(laboratory, contestants, progress).warmUp());
      }
    }
    try (Laboratory laboratory = laboratory(plan.workload())) {
      reductions.put(plan.workload().name(), laboratory.reductionFactor());
      samples.addAll(new Match(laboratory, contestants, progress).play(plan.passes()));
    }
  }

  /** Leaves a profile of one more round, of which no figure is kept. */
  public void profile(Plan plan, Entry entry, Path recording) {
    progress.accept(plan.workload().name() + ": profiling " + entry.title());
    try (Laboratory laboratory = Laboratory.of(server, plan.workload(), SEED, folder)) {
      Round round = laboratory.round(0, recording.toString());
      process(entry).run(round);
      laboratory.examine(round, entry.table(), entry.title());
    }
  }

  private Laboratory laboratory(Workload workload) {
    progress.accept(workload.name() + ": making pages and asking the oracle");
    return Laboratory.of(server, workload, SEED, folder);
  }

  private ContestantProcess process(Entry entry) {
    return processes.computeIfAbsent(
        entry, wanted -> ContestantProcess.start(wanted, options, folder));
  }

  public Samples samples() {
    return new Samples(samples);
  }

  /** Records in a partial aggregate, by workload. */
  public Map<String, Double> reductions() {
    return Map.copyOf(reductions);
  }

  /** The version of the server. */
  public String serverVersion() {
    return server.version().toString();
  }

  /** Ends every process; also from another thread, while contestants are still being started. */
  @Override
  public void close() {
    try {
      List.copyOf(processes.values()).parallelStream().forEach(ContestantProcess::close);
    } finally {
      server.close();
    }
  }
}
