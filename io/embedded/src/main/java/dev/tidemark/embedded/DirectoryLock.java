// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a data directory, across threads and processes.
 *
 * <p>Byte 0 of the lock file is held while starting or stopping, by one at a time. Byte 1 is held,
 * shared, by every process that uses the server. The operating system lets go of both when a
 * process dies, so nothing here goes stale.
 *
 * <p>One instance per directory and process: a process loses all its locks on a file as soon as it
 * closes any channel to it.
 */
final class DirectoryLock {

  /** What is done while nobody else starts or stops the server. */
  interface Work<T> {
    T whileHolding(FileLock turn) throws IOException;
  }

  private static final Map<DataDirectory, DirectoryLock> LOCKS = new ConcurrentHashMap<>();

  private final DataDirectory directory;
  private int users;
  private @Nullable FileChannel channel;
  private @Nullable FileLock use;

  private DirectoryLock(DataDirectory directory) {
    this.directory = directory;
  }

  static DirectoryLock of(DataDirectory directory) {
    return LOCKS.computeIfAbsent(directory, DirectoryLock::new);
  }

  /** Runs {@code work} while nobody else starts or stops this directory's server. */
  synchronized <T> T exclusively(Work<T> work) {
    try (FileLock turn = open().lock(0, 1, false)) {
      return work.whileHolding(turn);
    } catch (IOException failure) {
      throw Trouble.with(directory.root(), failure);
    } finally {
      closeIfUnused();
    }
  }

  /** Whether no process uses the directory at this moment. */
  boolean isFree() {
    return exclusively(turn -> isUnused());
  }

  /** Counts one more user in this process. Call it inside {@link #exclusively}. */
  void enter() throws IOException {
    if (users == 0) {
      use = open().lock(1, 1, true);
    }
    users++;
  }

  /** Counts one user less and tells whether nobody is left, here or in another process. */
  boolean leave() throws IOException {
    users--;
    if (users > 0) {
      return false;
    }
    release();
    return isUnused();
  }

  /** Whether no process uses the server. Call it inside {@link #exclusively}. */
  boolean isUnused() throws IOException {
    return users == 0 && !isUsedElsewhere();
  }

  /** Whether another process uses the server. Call it inside {@link #exclusively}. */
  boolean isUsedElsewhere() throws IOException {
    release();
    FileLock alone = open().tryLock(1, 1, false);
    if (alone != null) {
      alone.release();
    }
    if (users > 0) {
      use = open().lock(1, 1, true);
    }
    return alone == null;
  }

  private void release() throws IOException {
    FileLock held = use;
    use = null;
    if (held != null) {
      held.release();
    }
  }

  private FileChannel open() throws IOException {
    FileChannel current = channel;
    if (current == null || !current.isOpen()) {
      current =
          FileChannel.open(
              directory.lock(),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      channel = current;
    }
    return current;
  }

  private void closeIfUnused() {
    FileChannel current = channel;
    if (users == 0 && current != null) {
      channel = null;
      try {
        current.close();
      } catch (IOException failure) {
        throw Trouble.with(directory.root(), failure);
      }
    }
  }
}
