// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.command;

import dev.tidemark.bench.live.Bench;
import dev.tidemark.bench.live.Databases;
import dev.tidemark.bench.process.JavaOptions;
import dev.tidemark.bench.report.Findings;
import dev.tidemark.bench.report.Machine;
import dev.tidemark.bench.report.Publication;
import dev.tidemark.embedded.EmbeddedServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Does experiments on a server of their own, and leaves behind what they find. */
record Experiments(Path scratch, Programme.Length length, Consumer<String> progress) {
  void publish(Experiment experiment, Path results) throws IOException {
    double before = load();
    try (EmbeddedServer server = server()) {
      // Ctrl-C must not leave the server behind; closing twice does nothing.
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      Databases databases = Databases.on(server, scratch);
      Bench bench = new Bench(databases, scratch, JavaOptions.shipped(), progress);
      Findings findings = experiment.run(bench, length);
      Machine machine = Machine.now(server.version().toString(), bench.options().words());
      Publication publication = new Publication(findings, machine, before, load());
      publication.write(results);
      progress.accept(publication.markdown());
      progress.accept("written to " + results.resolve(findings.name()).toAbsolutePath());
    }
  }

  /** As the one {@code tidemark up} starts, but for what only tells more. */
  private EmbeddedServer server() {
    return Bench.server(scratch.resolve("server"));
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
