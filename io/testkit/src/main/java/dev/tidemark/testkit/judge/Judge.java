// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A client somebody else wrote, told by a script of ours in Python what to ask. The script says
 * what it was answered as one JSON object on its standard output.
 */
public final class Judge {
  private static final long MINUTES = 2;

  private final String script;
  private final Class<?> beside;

  private Judge(String script, Class<?> beside) {
    this.script = script;
    this.beside = beside;
  }

  /** By the script of that name, a resource beside the class. */
  public static Judge by(String script, Class<?> beside) {
    return new Judge(script, beside);
  }

  /**
   * What it says of an account.
   *
   * @param folder where the script may write, and is written to
   * @throws AssertionError if it is not installed, fails, or is not done in two minutes
   */
  public JsonNode of(Path folder, List<String> arguments) throws IOException, InterruptedException {
    Path copy = Files.write(folder.resolve(script), source());
    Path errors = folder.resolve("errors");
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command(copy, arguments))
            .redirectError(errors.toFile())
            .redirectOutput(said.toFile())
            .start();
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    if (!ended || process.exitValue() != 0) {
      throw new AssertionError(script + " failed: " + Files.readString(errors));
    }
    return new ObjectMapper().readTree(said.toFile());
  }

  private static List<String> command(Path copy, List<String> arguments) {
    String python = Installed.program("python/bin/python").toString();
    return Stream.concat(Stream.of(python, copy.toString()), arguments.stream()).toList();
  }

  private byte[] source() throws IOException {
    try (InputStream source = beside.getResourceAsStream(script)) {
      return Objects.requireNonNull(source, script).readAllBytes();
    }
  }
}
