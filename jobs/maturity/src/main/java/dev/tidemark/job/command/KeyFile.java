// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import dev.tidemark.postgres.crypto.EncryptionKey;
import dev.tidemark.spi.options.Secret;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The file that holds the key which seals connection details; only its owner can read it. */
public final class KeyFile {
  private static final String MODE = "rw-------";

  private KeyFile() {}

  /** A reference to the key in the folder, made with the first use. */
  static String in(DataFolder folder) {
    Path file = folder.key().toAbsolutePath();
    if (!Files.exists(file)) {
      create(folder.created().key().toAbsolutePath(), EncryptionKey.random());
    }
    return "file:" + file;
  }

  private static void create(Path file, Secret key) {
    try {
      Path draft = Files.createTempFile(file.getParent(), "key", ".draft", ownerOnly());
      Files.writeString(draft, key.reveal() + System.lineSeparator());
      link(draft, file);
    } catch (IOException failure) {
      throw unusable(file, failure);
    }
  }

  /** Whoever comes second keeps the first one's key. */
  private static void link(Path draft, Path file) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException madeMeanwhile) {
      // Theirs is as good.
    } finally {
      Files.delete(draft);
    }
  }

  /** Puts other keys in the place of those there are, whole or not at all. */
  public static void replace(Path file, String keys) {
    try {
      Path draft = Files.createTempFile(file.getParent(), "key", ".draft", ownerOnly());
      Files.writeString(draft, keys);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw unusable(file, failure);
    }
  }

  private static FileAttribute<?> ownerOnly() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(MODE));
  }

  private static CommandFailure unusable(Path file, IOException failure) {
    return new CommandFailure(
        "The key file " + file + " cannot be written. Make its folder writable.", failure);
  }
}
