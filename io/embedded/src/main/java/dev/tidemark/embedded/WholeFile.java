// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A small file that is there whole or not at all, and that its owner alone can read. */
final class WholeFile {

  static final String DRAFT = ".draft";

  private WholeFile() {}

  static void write(DataDirectory directory, Path file, String text) {
    try {
      Path draft = file.resolveSibling(file.getFileName() + DRAFT);
      Files.deleteIfExists(draft);
      writeThrough(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      force(directory.root());
    } catch (IOException failure) {
      throw Trouble.with(directory.root(), failure);
    }
  }

  /** Makes the names in {@code folder} as durable as the files. */
  static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void writeThrough(Path file, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, newFile(), ownerOnly())) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static Set<StandardOpenOption> newFile() {
    return Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static FileAttribute<?> ownerOnly() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  }
}
