// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Another JVM that uses the server of a data directory until told to stop, or killed. */
final class OtherProcess implements AutoCloseable {

  private final Process process;
  private final CompletableFuture<Integer> port;

  private OtherProcess(Process process) {
    this.process = process;
    this.port = CompletableFuture.supplyAsync(this::printedPort);
  }

  /** Starts the JVM and waits until it has its server. */
  static OtherProcess on(Path directory) throws IOException {
    OtherProcess process = begin(directory);
    process.port();
    return process;
  }

  /** Starts the JVM. */
  static OtherProcess begin(Path directory) throws IOException {
    return new OtherProcess(
        new ProcessBuilder(command(directory)).redirectErrorStream(true).start());
  }

  private int printedPort() {
    try {
      return Integer.parseInt(process.inputReader(StandardCharsets.UTF_8).readLine());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> command(Path directory) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx64m",
        property(BinaryCache.PROPERTY, BinaryCache.standard().folder().toString()),
        property(BinarySource.PROPERTY, System.getProperty(BinarySource.PROPERTY)),
        "-classpath",
        System.getProperty("java.class.path"),
        OtherProcess.class.getName(),
        directory.toString());
  }

  private static String property(String name, String value) {
    return "-D" + name + "=" + value;
  }

  int port() {
    return port.join();
  }

  /** As {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  @Override
  public void close() {
    end();
  }

  /** Lets it close its server and end. */
  void end() {
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
