// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.report;

import dev.tidemark.bench.harness.Aim;
import dev.tidemark.bench.harness.Plan;
import dev.tidemark.bench.harness.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a run leaves behind.
 *
 * @param plans the main one first
 * @param reductions records in a partial aggregate, by workload
 * @param objections what speaks against the figures
 */
public record Report(
    Samples samples,
    List<Plan> plans,
    Map<String, Double> reductions,
    List<Aim> aims,
    List<String> objections,
    Profile profile,
    Machine machine) {
  public Report {
    plans = List.copyOf(plans);
    reductions = Map.copyOf(reductions);
    aims = List.copyOf(aims);
    objections = List.copyOf(objections);
  }

  /** Writes {@code rounds.csv}, {@code README.md} and a plot of each workload to a folder. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("rounds.csv"), RoundsText.of(samples));
    Files.writeString(folder.resolve("README.md"), markdown());
    for (Plan plan : plans) {
      Files.writeString(folder.resolve(plot(plan)), Plot.of(samples, plan));
    }
  }

  /** The table, for people. */
  public String markdown() {
    return new ReportText(this).text();
  }

  static String plot(Plan plan) {
    return plan.workload().name() + ".svg";
  }
}
