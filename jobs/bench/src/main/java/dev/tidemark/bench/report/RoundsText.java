// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.report;

import dev.tidemark.bench.harness.Sample;
import dev.tidemark.bench.harness.Samples;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every round as a line of CSV, in the order they were measured. */
final class RoundsText {
  private static final String HEADER =
      "workload,pass,contestant,records,cpu_seconds,wall_seconds,gc_seconds,jit_seconds,"
          + "records_per_cpu_second,records_per_second,load,steal,counted\n";

  private RoundsText() {}

  static String of(Samples samples) {
    return samples.all().stream().map(RoundsText::line).collect(Collectors.joining("", HEADER, ""));
  }

  private static String line(Sample sample) {
    return String.format(
        Locale.ROOT,
        "%s,%d,%s,%d,%.3f,%.3f,%.3f,%.3f,%.0f,%.0f,%.2f,%s,%b%n",
        sample.workload(),
        sample.pass(),
        sample.entry().name().toLowerCase(Locale.ROOT),
        sample.spent().records(),
        sample.spent().meter().cpuNanos() / 1e9,
        sample.spent().meter().wallNanos() / 1e9,
        sample.spent().meter().collectionMillis() / 1e3,
        sample.spent().meter().compilationMillis() / 1e3,
        sample.spent().perCpuSecond(),
        sample.spent().perSecond(),
        sample.load(),
        sample.steal().isPresent()
            ? String.format(Locale.ROOT, "%.4f", sample.steal().getAsDouble())
            : "",
        sample.counts());
  }
}
