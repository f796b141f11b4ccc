// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** What went wrong with a file, in words: Java's own message is often no more than its name. */
final class Reason {

  private Reason() {}

  static String of(IOException failure) {
    return failure instanceof FileSystemException problem
        ? problem.getFile() + " " + of(problem)
        : Objects.toString(failure.getMessage(), failure.getClass().getSimpleName());
  }

  private static String of(FileSystemException problem) {
    if (problem instanceof AccessDeniedException) {
      return "may not be used by this account (no permission)";
    }
    if (problem instanceof NoSuchFileException) {
      return "does not exist";
    }
    if (problem instanceof NotDirectoryException || problem instanceof FileAlreadyExistsException) {
      return "is a file and no directory";
    }
    return "failed: " + Objects.toString(problem.getReason(), "for a reason unknown");
  }
}
