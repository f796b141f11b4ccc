// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.report;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A text in Markdown, written from the top down. */
public final class Markdown {
  private final StringBuilder text = new StringBuilder();

  public Markdown heading(String title) {
    return line("").line("## " + title).line("");
  }

  /** The head of a table. */
  public Markdown columns(String... titles) {
    row((Object[]) titles);
    return line("|---".repeat(titles.length) + "|");
  }

  /** A row of a table. */
  public Markdown row(Object... cells) {
    return line(
        Arrays.stream(cells).map(Object::toString).collect(Collectors.joining(" | ", "| ", " |")));
  }

  public Markdown line(String content) {
    text.append(content).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
