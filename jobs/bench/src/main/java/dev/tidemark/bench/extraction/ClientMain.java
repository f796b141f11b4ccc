// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.extraction;

import dev.tidemark.bench.process.Answers;
import dev.tidemark.bench.workload.Meter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Reads a {@link PageServer} with as many threads as our graph has for a connector type, each
 * stream page after page. The first question has it read what is there to warm up, the second the
 * rest; the answer says what that took.
 */
@Command(name = "client")
public final class ClientMain implements Callable<Integer> {
  private static final int THREADS = 8;

  @Parameters private Entrant entrant;
  @Parameters private String terms;
  @Parameters private int port;
  @Parameters private Path rows;
  @Spec private CommandSpec spec;

  private final List<StreamClient> streams = new ArrayList<>();

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ClientMain()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Answers.endWithParent();
    Terms wanted = Terms.parse(terms);
    for (int stream = 0; stream < wanted.workload().streams(); stream++) {
      streams.add(new StreamClient(port, stream, entrant == Entrant.PARSING));
    }
    Answers.give("ready", spec.commandLine().getOut(), question -> read());
    return 0;
  }

  private String read() throws Exception {
    Meter before = Meter.started();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Integer>> readings = threads.invokeAll(streams);
      for (Future<Integer> reading : readings) {
        reading.get();
      }
    } finally {
      threads.shutdown();
    }
    Meter spent = Meter.started().since(before);
    Files.write(rows, streams.stream().flatMap(it -> it.rows().stream()).sorted().toList());
    return spent.cpuNanos() + " " + spent.wallNanos();
  }
}
