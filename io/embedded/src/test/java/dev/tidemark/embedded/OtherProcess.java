// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM that uses the server of a data directory until told to stop, or killed. */
final class OtherProcess implements AutoCloseable {

  private final Process process;
  private final int port;

  private OtherProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts the JVM and waits until it has its server. */
  static OtherProcess on(Path directory) throws IOException {
    Process process = new ProcessBuilder(command(directory)).redirectErrorStream(true).start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String line = String.valueOf(output.readLine());
    try {
      return new OtherProcess(process, Integer.parseInt(line));
    } catch (NumberFormatException complaint) {
      throw new IOException(line, complaint);
    }
  }

  private static List<String> command(Path directory) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx64m",
        "-classpath",
        System.getProperty("java.class.path"),
        OtherProcess.class.getName(),
        directory.toString());
  }

  int port() {
    return port;
  }

  /** As {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Lets it close its server and end. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the other process does not end");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts a server, prints its port, and closes it when the standard input ends. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    try (EmbeddedServer server = EmbeddedServer.at(directory).withoutDurability().start()) {
      System.out.println(server.port());
      while (System.in.read() >= 0) {
        Thread.onSpinWait();
      }
    }
  }
}
