// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is said of all series of a soak, from its samples alone. */
public record Judgements(List<Judgement> all) {
  private static final String LINE = "%-34s %12s %12s %12s %7s  %s%n";

  public Judgements {
    all = List.copyOf(all);
  }

  /** Of a file of samples. */
  public static Judgements of(Path file) throws IOException {
    Map<String, List<Point>> series = Samples.read(file);
    return new Judgements(
        series.entrySet().stream().map(it -> Judgement.of(it.getKey(), it.getValue())).toList());
  }

  /** The names of the series that go up. */
  public List<String> rising() {
    return all.stream().filter(it -> it.verdict() == Verdict.RISING).map(Judgement::name).toList();
  }

  /** A table for people. */
  public String table() {
    StringBuilder text =
        new StringBuilder(LINE.formatted("series", "first", "last", "an hour", "sigma", "verdict"));
    for (Judgement it : all) {
      text.append(
          LINE.formatted(
              it.name(),
              number(it.first()),
              number(it.last()),
              number(it.trend().slope()),
              number(it.trend().certainty()),
              it.verdict()));
    }
    return text.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** Judges a file of samples that was kept, whose path is the argument. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("name one file of samples, such as target/soak.csv");
    }
    System.out.print(of(Path.of(arguments[0])).table());
  }
}
