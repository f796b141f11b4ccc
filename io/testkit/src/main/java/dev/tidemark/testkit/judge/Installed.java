// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.judge;

import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code .ci/emulators} has installed. */
final class Installed {
  private Installed() {}

  /**
   * A program below the folder of emulators.
   *
   * @throws AssertionError if it is not there: a judge that is missing is no reason to pass
   */
  static Path program(String name) {
    Path file = Path.of(System.getProperty("tidemark.emulators", "target/emulators")).resolve(name);
    if (!Files.isExecutable(file)) {
      throw new AssertionError("there is no " + file + ": run .ci/emulators first");
    }
    return file;
  }
}
