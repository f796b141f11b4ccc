// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the server wrote to its log files since a moment.
 *
 * @param folder the log files' folder
 * @param sizes how long each was at that moment
 */
record ServerLog(Path folder, Map<Path, Long> sizes) {

  /** What a server gives up with, and the errors in settings that it counts first. */
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "(?:(?:FATAL|PANIC):|LOG:(?=  (?:unrecognized|invalid|syntax error)))"
              + "  (?!the database system is|configuration file).*");

  /** From now on; what the last start said before it could log is cleared. */
  static ServerLog renewed(DataDirectory directory) throws IOException {
    Files.createDirectories(directory.log());
    Files.deleteIfExists(directory.startLog());
    return from(directory.log());
  }

  private static ServerLog from(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new ServerLog(
          folder, files.collect(Collectors.toMap(file -> file, file -> file.toFile().length())));
    }
  }

  /** The last line since then with which the server gave up, if it wrote one. */
  Optional<String> lastComplaint() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted()
          .flatMap(this::news)
          .map(COMPLAINT::matcher)
          .filter(Matcher::find)
          .map(match -> match.group().replaceFirst("^LOG: +", "").replace(":  ", ": "))
          .reduce((earlier, later) -> later);
    }
  }

  private Stream<String> news(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      int known = sizes.getOrDefault(file, 0L).intValue();
      int start = known <= bytes.length ? known : 0; // else it was begun anew
      byte[] fresh = Arrays.copyOfRange(bytes, start, bytes.length);
      return new String(fresh, StandardCharsets.UTF_8).lines();
    } catch (IOException unreadable) {
      return Stream.empty();
    }
  }
}
