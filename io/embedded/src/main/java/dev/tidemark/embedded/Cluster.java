// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** PostgreSQL's own data directory and the tools that work on it. */
record Cluster(ServerPlan plan, DataDirectory directory, Account account, Binaries binaries) {

  private static final int FIRST_WITH_BUILTIN_LOCALES = 17;

  /** Makes the cluster beside its place and moves it there whole, unless there is one. */
  void createIfAbsent() throws IOException {
    if (!Files.exists(directory.cluster())) {
      directory.unfinishedClusters().forEach(Cluster::discard);
      account.own(directory.root());
      Path unfinished = directory.unfinishedCluster();
      initialise(unfinished);
      Files.move(unfinished, directory.cluster(), StandardCopyOption.ATOMIC_MOVE);
      WholeFile.force(directory.root()); // or a power cut could undo the move, later data with it
    }
  }

  private static void discard(Path unfinished) {
    try {
      Tree.delete(unfinished);
    } catch (IOException stillAtWork) {
      return; // an initdb whose starter was killed; the next start tries again
    }
  }

  private void initialise(Path unfinished) throws IOException {
    List<String> options =
        Stream.of(always(unfinished), locale(), sync()).flatMap(Function.identity()).toList();
    ToolRun run = run("initdb", options);
    if (!run.succeeded()) {
      throw Trouble.giveUp("PostgreSQL could not make a cluster in", directory, run.lastWords());
    }
  }

  private Stream<String> always(Path unfinished) {
    return Stream.of(
        "--pgdata=" + relative(unfinished),
        "--username=" + EmbeddedServer.USER,
        "--auth=scram-sha-256",
        "--pwfile=" + relative(directory.passwordFile()),
        "--encoding=UTF8",
        "--data-checksums");
  }

  /** Byte order for sorting, Unicode for letters, the same on every machine. */
  private Stream<String> locale() {
    if (binaries.version().major() >= FIRST_WITH_BUILTIN_LOCALES) {
      return Stream.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
    }
    String letters = Platform.current().isMac() ? "UTF-8" : "C.UTF-8";
    return Stream.of("--locale=C", "--lc-ctype=" + letters);
  }

  private Stream<String> sync() {
    return plan.durability() == Durability.FULL ? Stream.of() : Stream.of("--no-sync");
  }

  /**
   * Starts the server and waits until it accepts connections. Address and port stand on the command
   * line, as ALTER SYSTEM overrules the settings file.
   */
  ToolRun start(int port) throws IOException {
    account.own(directory.root());
    return run(
        "pg_ctl",
        List.of(
            "start",
            "--wait",
            "--timeout=" + plan.patience().toSeconds(),
            "--pgdata=" + relative(directory.cluster()),
            "--log=" + relative(directory.startLog()),
            "--options=-h 127.0.0.1 -p %d -c config_file=%s"
                .formatted(port, relative(directory.settings()))));
  }

  /** Stops the server and waits for its end; one that does not run is fine. */
  void stop(StopMode mode) throws IOException {
    ToolRun run = run("pg_ctl", stopping(mode));
    if (!run.succeeded() && PostmasterFile.living(directory.cluster()).isPresent()) {
      throw Trouble.giveUp("PostgreSQL did not stop on", directory, run.lastWords());
    }
  }

  private List<String> stopping(StopMode mode) {
    return List.of(
        "stop",
        "--wait",
        "--timeout=" + plan.patience().toSeconds(),
        "--mode=" + mode.word(),
        "--pgdata=" + relative(directory.cluster()));
  }

  /** The tools run inside the directory: no path of the user's ever passes through a shell. */
  private String relative(Path path) {
    return directory.root().relativize(path).toString();
  }

  private ToolRun run(String program, List<String> options) throws IOException {
    List<String> command =
        Stream.concat(Stream.of(binaries.program(program)), options.stream()).toList();
    return ToolRun.of(account.command(command), directory.root());
  }
}
