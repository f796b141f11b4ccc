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

  private static final Pattern COMPLAINT = Pattern.compile("(FATAL|PANIC):\\s+(.*)");
  private static final String NOT_YET = "the database system is";

  static ServerLog from(Path folder) throws IOException {
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
          .filter(match -> match.find() && !match.group(2).startsWith(NOT_YET))
          .map(match -> match.group(1) + ": " + match.group(2))
          .reduce((earlier, later) -> later);
    }
  }

  private Stream<String> news(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      int start = (int) Math.min(bytes.length, sizes.getOrDefault(file, 0L));
      byte[] fresh = Arrays.copyOfRange(bytes, start, bytes.length);
      return new String(fresh, StandardCharsets.UTF_8).lines();
    } catch (IOException unreadable) {
      return Stream.empty();
    }
  }
}
