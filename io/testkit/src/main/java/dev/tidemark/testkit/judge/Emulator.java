// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.judge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** An emulator somebody else wrote, as a server of its own on a free port of this machine. */
public final class Emulator implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final int port;

  private Emulator(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it from where {@code .ci/emulators} has put it, and waits until it takes connections.
   *
   * @param program below the folder of emulators
   * @param arguments what it is told, given its port
   * @throws AssertionError if it is not there, ends, or does not answer
   */
  public static Emulator start(String program, IntFunction<List<String>> arguments)
      throws IOException {
    Path file = Installed.program(program);
    int port = freePort();
    List<String> command =
        Stream.concat(Stream.of(file.toString()), arguments.apply(port).stream()).toList();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Emulator emulator = new Emulator(process, port);
    emulator.awaitAnswer(file);
    return emulator;
  }

  /** Where it listens, on 127.0.0.1. */
  public int port() {
    return port;
  }

  private void awaitAnswer(Path file) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!answers()) {
      if (hasEnded() || Instant.now().isAfter(end)) {
        close();
        throw new AssertionError(file + " does not answer on port " + port);
      }
    }
  }

  /** Whether it has ended, told within a moment. */
  private boolean hasEnded() {
    try {
      return process.waitFor(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
