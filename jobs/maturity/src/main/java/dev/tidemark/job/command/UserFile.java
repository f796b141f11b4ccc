// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files a user names on the command line. */
public final class UserFile {
  private UserFile() {}

  /** The text of a file; a failure says why it cannot be had. */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException missing) {
      throw new CommandFailure("There is no file " + file + ". Check the path.", missing);
    } catch (MalformedInputException binary) {
      throw new CommandFailure("The file " + file + " is no text in UTF-8.", binary);
    } catch (IOException unreadable) {
      throw new CommandFailure(
          "The file " + file + " cannot be read. Check that it is a file and that you may read it.",
          unreadable);
    }
  }
}
