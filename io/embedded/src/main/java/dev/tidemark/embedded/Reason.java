// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** What went wrong with a file, in words. */
final class Reason {

  private Reason() {}

  static String of(IOException failure) {
    if (failure instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist";
    }
    if (failure instanceof NotDirectoryException file) {
      return file.getFile() + " is not a directory";
    }
    return other(failure);
  }

  private static String other(IOException failure) {
    return failure instanceof FileSystemException problem && problem.getReason() != null
        ? problem.getReason() + " (" + problem.getFile() + ")"
        : Objects.toString(failure.getMessage(), failure.getClass().getSimpleName());
  }
}
