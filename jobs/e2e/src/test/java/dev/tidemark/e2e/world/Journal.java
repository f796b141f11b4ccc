// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/**
 * Everything that happened at a source with its time, in the order in which it happened: a file
 * that is only ever appended to, so that what a reader of the source must know can be computed
 * afterwards. For several threads.
 */
public final class Journal {
  private final Path file;

  private Journal(Path file) {
    this.file = file;
  }

  /** An empty one. */
  public static Journal of(Path file) {
    try {
      return new Journal(Files.createFile(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Notes what has just happened. */
  public void note(String subject, String what, String value) {
    Instant now = Instant.now();
    note(new Entry(now, now, subject, what, value));
  }

  /** Notes what happened within a time. */
  public synchronized void note(Entry entry) {
    try {
      Files.writeString(file, entry.line() + "\n", StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** All of it so far. */
  public synchronized List<Entry> entries() {
    try {
      return Files.readAllLines(file).stream().map(Entry::of).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
