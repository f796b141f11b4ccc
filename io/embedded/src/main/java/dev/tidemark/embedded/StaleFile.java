// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A {@code postmaster.pid} whose process id has come to belong to another program.
 *
 * <p>PostgreSQL then refuses to start, as it asks only whether some process has that id. After a
 * container was restarted that is likely: ids start from one again, and every thread has one too.
 * All processes of a server work in its cluster's folder; where {@code /proc} tells that this one
 * does not, and no other does, the file is moved aside. Elsewhere PostgreSQL's refusal stands.
 */
record StaleFile(DataDirectory directory) {

  private static final Path PROCESSES = Path.of("/proc");

  /** Moves the file aside if it certainly is nobody's. */
  void moveAside() throws IOException {
    if (PostmasterFile.living(directory.cluster()).filter(this::isSomebodyElses).isPresent()
        && ProcessHandle.allProcesses().noneMatch(this::isOurs)) {
      Path file = PostmasterFile.pathIn(directory.cluster());
      Path aside = file.resolveSibling(file.getFileName() + ".stale");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private boolean isSomebodyElses(PostmasterFile file) {
    try {
      return !worksInCluster(file.pid());
    } catch (NoSuchFileException ended) {
      return Files.isDirectory(process(file.pid())); // ended, but its parent has not noticed yet
    } catch (IOException unknown) {
      return false;
    }
  }

  private boolean isOurs(ProcessHandle process) {
    try {
      return worksInCluster(process.pid());
    } catch (IOException endedOrOfAnotherAccount) {
      return false;
    }
  }

  private boolean worksInCluster(long pid) throws IOException {
    return Files.isSameFile(process(pid).resolve("cwd"), directory.cluster());
  }

  private static Path process(long pid) {
    return PROCESSES.resolve(Long.toString(pid));
  }
}
