// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.soak;

import dev.tidemark.e2e.world.FlinkCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Several of them, read together. */
public final class Instruments implements AutoCloseable {
  private final List<JavaProcess> processes;
  private final List<Instrument> all;

  private Instruments(List<JavaProcess> processes, Instrument... others) {
    this.processes = processes;
    this.all = new ArrayList<>(processes);
    all.addAll(List.of(others));
  }

  /** The processes of a cluster this process has started, and others. */
  public static Instruments of(Instrument... others) {
    List<JavaProcess> processes =
        Stream.concat(
                JavaProcess.started("job_manager", FlinkCluster.JOB_MANAGER).stream(),
                JavaProcess.started("task_manager", FlinkCluster.TASK_MANAGER).stream())
            .toList();
    return new Instruments(processes, others);
  }

  /** What they show. What cannot be had is left out, and told: the next time it may be there. */
  public Map<String, Double> read() {
    Map<String, Double> figures = new TreeMap<>();
    for (Instrument instrument : all) {
      try {
        figures.putAll(instrument.read());
      } catch (RuntimeException failure) {
        System.out.println(instrument + " shows nothing: " + failure);
      }
    }
    return figures;
  }

  @Override
  public void close() {
    try {
      for (JavaProcess process : processes) {
        process.close();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
