// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Turning one archive into files. */
record Unpacking(BinaryArchive archive) {

  private static final int OWNER_EXECUTES = 0100;

  static Unpacking of(BinaryArchive archive) {
    return new Unpacking(archive);
  }

  /** Writes every entry below {@code root}, readable by every account of this machine. */
  void into(Path root) throws IOException {
    Files.createDirectories(root);
    permit(root, true);
    try (InputStream packed = new BufferedInputStream(archive.open());
        TarArchiveInputStream entries =
            new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
      writeAll(entries, root);
    }
  }

  private static void writeAll(TarArchiveInputStream entries, Path root) throws IOException {
    TarArchiveEntry entry = entries.getNextEntry();
    while (entry != null) {
      write(entry, entries, within(root, entry.getName()));
      entry = entries.getNextEntry();
    }
  }

  private static Path within(Path root, String name) throws IOException {
    Path path = root.resolve(name).normalize();
    if (!path.startsWith(root)) {
      throw new IOException("the archive names a file outside itself: " + name);
    }
    return path;
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path path)
      throws IOException {
    createParents(path);
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      permit(path, true);
    } else if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, path);
      permit(path, (entry.getMode() & OWNER_EXECUTES) != 0);
    }
  }

  private static void createParents(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      createParents(parent);
      Files.createDirectory(parent);
      permit(parent, true);
    }
  }

  private static void permit(Path path, boolean entered) throws IOException {
    String permissions = entered ? "rwxr-xr-x" : "rw-r--r--";
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
