// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that runs the command, its output kept in files. */
public final class Program implements AutoCloseable {
  private final Process process;
  private final Path out;
  private final Path err;
  private final Thread atExit;

  private Program(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
    this.atExit = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Starts it in a folder, where it leaves its output. */
  public static Program start(Path folder, List<String> command) {
    try {
      Path out = Files.createTempFile(folder, "run-", ".out");
      Path err = Files.createTempFile(folder, "run-", ".err");
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().remove("TIDEMARK_KEY");
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      process.getOutputStream().close();
      return new Program(process, out, err);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Lets it run for so long; fails if it ends meanwhile. */
  public void letRun(Duration time) {
    if (endsWithin(time)) {
      throw new AssertionError(this + " ended by itself:\n" + messages());
    }
  }

  /** Sends a signal by its short name, as {@code kill} does. */
  public Program signal(String name) {
    try {
      String pid = Long.toString(process.pid());
      int sent = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
      if (sent != 0) {
        throw new IllegalStateException("signal " + name + " did not reach " + this);
      }
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      throw interrupted(stop);
    }
  }

  /** Ends it as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Whether it has ended. */
  public boolean hasEnded() {
    return !process.isAlive();
  }

  /** Waits for its end. */
  public Ended awaitEnd() {
    if (!endsWithin(Streams.PATIENCE)) {
      throw new AssertionError(
          this + " does not end within " + Streams.PATIENCE + ":\n" + messages());
    }
    Runtime.getRuntime().removeShutdownHook(atExit);
    return new Ended(process.exitValue(), text(out), messages());
  }

  private boolean endsWithin(Duration longest) {
    try {
      return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      throw interrupted(stop);
    }
  }

  private static IllegalStateException interrupted(InterruptedException stop) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("the test is to stop", stop);
  }

  /** What it has said so far. */
  public String messages() {
    return text(err);
  }

  /** Everything it has said so far. */
  public String all() {
    return text(out) + text(err);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public String toString() {
    return "process " + process.pid();
  }

  /** Ends it if it still runs. */
  @Override
  public void close() {
    if (process.isAlive()) {
      kill();
    }
  }
}
