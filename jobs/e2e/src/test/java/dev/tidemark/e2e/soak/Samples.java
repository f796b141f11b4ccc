// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Samples in a file of comma-separated values: a column of times, then one for each figure. A
 * sample is in the file as soon as it was taken; a figure that could not be had is left empty.
 */
public final class Samples {
  private static final String TIME = "time";

  private final Path file;
  private final List<String> names = new ArrayList<>();

  private Samples(Path file) {
    this.file = file;
  }

  /** None yet, in the place of any that were there. */
  public static Samples in(Path file) {
    write(file, "", StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    return new Samples(file);
  }

  /** Adds one; the first says which figures there are. */
  public void add(Instant at, Map<String, Double> figures) {
    if (names.isEmpty()) {
      names.addAll(figures.keySet());
      write(file, TIME + "," + String.join(",", names) + "\n", StandardOpenOption.APPEND);
    }
    StringBuilder line = new StringBuilder(at.toString());
    names.forEach(name -> line.append(',').append(text(figures.get(name))));
    write(file, line.append('\n').toString(), StandardOpenOption.APPEND);
  }

  private static String text(@Nullable Double figure) {
    return figure == null ? "" : String.format(Locale.ROOT, "%.3f", figure);
  }

  private static void write(Path file, String text, StandardOpenOption... options) {
    try {
      Files.writeString(file, text, options);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What is in a file, by the names of the figures. */
  static Map<String, List<Point>> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < 2) {
      throw new IllegalArgumentException(file + " holds no sample: let the soak run longer");
    }
    String[] names = lines.get(0).split(",", -1);
    Instant begin = Instant.parse(lines.get(1).split(",", 2)[0]);
    Map<String, List<Point>> all = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      double hours = Duration.between(begin, Instant.parse(cells[0])).toMillis() / 3_600_000.0;
      for (int column = 1; column < cells.length; column++) {
        List<Point> points = all.computeIfAbsent(names[column], name -> new ArrayList<>());
        if (!cells[column].isEmpty()) {
          points.add(new Point(hours, Double.parseDouble(cells[column])));
        }
      }
    }
    return all;
  }
}
