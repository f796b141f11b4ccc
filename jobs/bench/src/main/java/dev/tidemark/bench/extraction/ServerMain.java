// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.extraction;

import dev.tidemark.bench.process.Answers;
import dev.tidemark.bench.workload.Meter;
import dev.tidemark.bench.workload.PageFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A {@link PageServer} in a process of its own, so that its work is in nobody's figure. */
@Command(name = "server")
public final class ServerMain implements Callable<Integer> {
  /** Asks for the measured pages to be shown. */
  static final String OPEN = "open";

  /** Asks for pages sent, requests refused, and CPU time in nanoseconds. */
  static final String COUNT = "count";

  @Parameters private String terms;
  @Parameters private Path folder;
  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ServerMain()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Answers.endWithParent();
    // Else the second part of an answer waits for the client to acknowledge the first.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    Terms wanted = Terms.parse(terms);
    PageFile pages = PageFile.map(wanted.workload(), wanted.pages(folder));
    try (PageServer server = new PageServer(wanted, new PageText(wanted.workload(), pages))) {
      Answers.give(
          Integer.toString(server.port()),
          spec.commandLine().getOut(),
          question -> answer(server, question));
    }
    return 0;
  }

  private static String answer(PageServer server, String question) {
    if (question.equals(OPEN)) {
      server.open();
    }
    return server.answered() + " " + server.refused() + " " + Meter.started().cpuNanos();
  }
}
