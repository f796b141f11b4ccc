// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.upkeep;

import dev.tidemark.job.command.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Names of backups in a folder, which say when they were taken. */
final class BackupName {
  private static final String BEFORE = "tidemark-";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z.backup'");

  private BackupName() {}

  /** The file for a backup taken now. */
  static Path in(Path folder, Instant now) {
    return folder.resolve(BEFORE + MOMENT.format(now.atOffset(ZoneOffset.UTC)));
  }

  /** The newest backup that is not newer than a moment. */
  static Path newest(Path folder, Instant latest) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> moment(file).filter(it -> !it.isAfter(latest)).isPresent())
          .max(Comparator.comparing(Path::getFileName))
          .orElseThrow(
              () ->
                  new CommandFailure(
                      "There is no backup in " + folder + " that was taken by " + latest + "."));
    } catch (IOException failure) {
      throw new CommandFailure("The folder " + folder + " cannot be read.", failure);
    }
  }

  private static Optional<Instant> moment(Path file) {
    String name = file.getFileName().toString();
    try {
      return name.startsWith(BEFORE)
          ? Optional.of(
              LocalDateTime.parse(name.substring(BEFORE.length()), MOMENT)
                  .toInstant(ZoneOffset.UTC))
          : Optional.empty();
    } catch (DateTimeParseException namedOtherwise) {
      return Optional.empty();
    }
  }
}
