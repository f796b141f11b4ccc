// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this process writes down what does not concern the person at the terminal. */
public final class LogFile {
  private static final String FILE = "tidemark.log.file";
  private static final String SETTINGS = "logback.configurationFile";

  private static boolean provisional;

  private LogFile() {}

  /**
   * Sends everything logged from now on to {@code tidemark.log} in a folder. The first call counts:
   * logging is set up once, when the first class that logs is loaded.
   */
  public static void in(Path folder) {
    if (provisional || System.getProperty(SETTINGS) == null) {
      provisional = false;
      set(folder);
    }
  }

  /**
   * Until the command names its data folder, and for commands that have none: the user's folder for
   * temporary files. Nothing logged is ever shown on the terminal.
   */
  static void inTemporaryFolder() {
    try {
      Path folder = Path.of(System.getProperty("java.io.tmpdir"));
      in(folder.resolve("tidemark-" + System.getProperty("user.name")));
      provisional = true;
      Files.createDirectories(Path.of(path()).getParent());
    } catch (IOException | NullPointerException withoutLog) {
      // Nothing depends on the log: a command that cannot write one still does what it is asked.
    }
  }

  private static void set(Path folder) {
    System.setProperty(SETTINGS, "dev/tidemark/job/command/logback.xml");
    System.setProperty(FILE, folder.toAbsolutePath().resolve("tidemark.log").toString());
  }

  /** The file, for messages that point to it. */
  static String path() {
    return System.getProperty(FILE, "the log");
  }
}
