// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What to tell a person whose data directory will not do. */
final class Trouble {

  static final String DAMAGED =
      "The directory is damaged: restore it from a backup, or move it aside to start empty."
          + " Nothing in it was changed.";

  private static final List<Remedy> REMEDIES =
      List.of(
          remedy("No space left|Disk quota", "Free some disk space there and start again."),
          remedy(
              "Permission denied|no permission|wrong ownership|invalid permissions",
              "Give it to the account that runs Tidemark, or run Tidemark as its owner."),
          remedy("Read-only file system", "Name a data directory that can be written."),
          remedy(
              "Address already in use|could not bind|could not create any TCP",
              "Stop what listens on that port, or choose another port."),
          remedy(
              "shared memory|Cannot allocate memory|Out of memory",
              "Give this machine or container more memory."),
          remedy(
              "did not (start|stop|shut down)",
              "It may still be at work on much data: start again, or with more patience."),
          remedy("incompatible", "Use the PostgreSQL version that made the directory."),
          remedy(
              "unrecognized configuration parameter|invalid value for parameter|"
                  + "configuration file",
              "Correct that setting (ALTER SYSTEM keeps its own in cluster/postgresql.auto.conf)."),
          remedy(
              "does not exist|PANIC|could not"
                  + " (read|open|access|locate|find)|corrupt|invalid|checksum",
              DAMAGED));

  private record Remedy(Pattern sign, String text) {}

  private Trouble() {}

  private static Remedy remedy(String sign, String text) {
    return new Remedy(Pattern.compile(sign), text);
  }

  /** A file operation on the data directory failed. */
  static EmbeddedServerException with(Path directory, IOException failure) {
    String reason = Reason.of(failure);
    return new EmbeddedServerException(
        "The data directory %s cannot be used: %s. %s".formatted(directory, reason, cure(reason)),
        failure);
  }

  /** The server or one of its tools gave up, with {@code lastWords}. */
  static EmbeddedServerException giveUp(String what, DataDirectory directory, String lastWords) {
    return new EmbeddedServerException(
        "%s %s: %s. %s".formatted(what, directory.root(), lastWords, cure(lastWords)));
  }

  private static String cure(String words) {
    return REMEDIES.stream()
        .filter(remedy -> remedy.sign().matcher(words).find())
        .map(Remedy::text)
        .findFirst()
        .orElse("The directory log beside the data may say more.");
  }
}
