// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server's password, in a file only its owner can read. */
record PasswordFile(DataDirectory directory) {

  /** The stored password; a new one is made and stored while there is no cluster it must fit. */
  Password password() {
    return Files.exists(directory.cluster()) || Files.exists(path()) ? read() : create();
  }

  private Path path() {
    return directory.passwordFile();
  }

  private Password create() {
    Password password = Password.random();
    WholeFile.write(directory, path(), password.reveal());
    return password;
  }

  private Password read() {
    try {
      return Password.of(Files.readString(path()).strip());
    } catch (IllegalArgumentException blank) {
      throw lost("is empty", blank);
    } catch (IOException failure) {
      throw lost("cannot be read (" + Reason.of(failure) + ")", failure);
    }
  }

  private EmbeddedServerException lost(String what, Exception cause) {
    return new EmbeddedServerException(
        ("The server's password file %s %s. Restore that file from a backup and make it readable,"
                + " or move %s aside to start empty.")
            .formatted(path(), what, directory.root()),
        cause);
  }
}
