// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A {@code postmaster.pid} whose process id has come to belong to another program.
 *
 * <p>PostgreSQL then refuses to start, as it looks only whether some process has that id. After a
 * container was restarted that is likely: ids start from one again, and each thread has one too.
 * Where {@code /proc} tells that the process is no PostgreSQL server and that no process works in
 * the cluster, the file is moved aside. Elsewhere PostgreSQL's refusal stands.
 */
record StaleFile(DataDirectory directory) {

  private static final Path PROCESSES = Path.of("/proc");

  /** Moves the file aside if it certainly is nobody's. */
  void moveAside() throws IOException {
    Path cluster = directory.cluster();
    if (PostmasterFile.in(cluster).filter(StaleFile::isAnotherProgram).isPresent()
        && ProcessHandle.allProcesses().noneMatch(this::worksInCluster)) {
      Path file = PostmasterFile.pathIn(cluster);
      Path aside = file.resolveSibling(file.getFileName() + ".stale");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static boolean isAnotherProgram(PostmasterFile file) {
    Path process = PROCESSES.resolve(Long.toString(file.pid()));
    try {
      Path program = Files.readSymbolicLink(process.resolve("exe"));
      return !program.getFileName().toString().startsWith("postgres");
    } catch (NoSuchFileException dead) {
      return Files.isDirectory(process); // killed, but its parent has not taken notice yet
    } catch (IOException unknown) {
      return false;
    }
  }

  private boolean worksInCluster(ProcessHandle process) {
    try {
      Path folder = PROCESSES.resolve(Long.toString(process.pid())).resolve("cwd");
      return Files.isSameFile(folder, directory.cluster());
    } catch (NoSuchFileException ended) {
      return false;
    } catch (AccessDeniedException somebodyElses) {
      return false;
    } catch (IOException unknown) {
      return true;
    }
  }
}
