// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.console.Console;
import dev.tidemark.console.ConsoleAddress;
import dev.tidemark.console.Installed;
import dev.tidemark.console.PortTakenException;
import dev.tidemark.console.openid.IssuerSettings;
import dev.tidemark.job.command.connector.ConnectorTypes;
import dev.tidemark.maturity.live.ScoreOutlook;
import dev.tidemark.postgres.DatabaseAccess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The console while a command runs, where one is wanted. */
final class RunningConsole implements AutoCloseable {
  private static final Duration TO_ANSWER = Duration.ofSeconds(5);

  /** How many ports are tried after the wanted one, and in the end whichever is free. */
  private static final int TRIED = 15;

  private static final int ANY = 0;

  private final Optional<Console> console;
  private final List<String> words;

  private RunningConsole(Optional<Console> console, List<String> words) {
    this.console = console;
    this.words = words;
  }

  /** Where none is wanted. */
  static RunningConsole none() {
    return new RunningConsole(Optional.empty(), List.of());
  }

  /**
   * At that address and no other.
   *
   * @param signIn the issuer people may sign in with; null for links alone
   */
  static RunningConsole at(
      ConsoleAddress address, DatabaseAccess access, @Nullable IssuerSettings signIn) {
    DatabaseAccess own = access.withPatience(TO_ANSWER).withConnections(Console.connections());
    Installed installed = new Installed(ConnectorTypes.all(), new ScoreOutlook(own));
    Console console = Console.start(address, own, installed.with(signIn));
    return new RunningConsole(Optional.of(console), announcement(console));
  }

  /** On this machine at that port, or at the next one that is free; otherwise as above. */
  static RunningConsole near(int port, DatabaseAccess access, @Nullable IssuerSettings signIn) {
    try {
      return at(ConsoleAddress.here(port), access, signIn);
    } catch (PortTakenException taken) {
      return after(port, access, signIn);
    }
  }

  private static RunningConsole after(
      int port, DatabaseAccess access, @Nullable IssuerSettings signIn) {
    RunningConsole other =
        IntStream.rangeClosed(port + 1, port + TRIED)
            .boxed()
            .flatMap(next -> tried(next, access, signIn))
            .findFirst()
            .orElseGet(() -> at(ConsoleAddress.here(ANY), access, signIn));
    String instead = "port " + port + " is in use, so the console takes another";
    return new RunningConsole(
        other.console, Stream.concat(Stream.of(instead), other.words.stream()).toList());
  }

  private static Stream<RunningConsole> tried(
      int port, DatabaseAccess access, @Nullable IssuerSettings signIn) {
    try {
      return Stream.of(at(ConsoleAddress.here(port), access, signIn));
    } catch (PortTakenException taken) {
      return Stream.empty();
    }
  }

  private static List<String> announcement(Console console) {
    Stream<String> link =
        console.firstLink().stream()
            .map(
                it ->
                    "first administrator, once, within a day: "
                        + Console.entrance(console.origin(), it));
    return Stream.concat(Stream.of("console on " + console.origin()), link).toList();
  }

  /** Where it is, and how the first administrator gets in: for whoever started it. */
  List<String> words() {
    return words;
  }

  @Override
  public void close() {
    console.ifPresent(Console::close);
  }
}
