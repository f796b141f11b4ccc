// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import java.util.ArrayList;
import java.util.List;

/** Options as people read them. */
final class OptionsText {
  private OptionsText() {}

  static String markdown(Options options) {
    StringBuilder text = new StringBuilder();
    text.append("| Option | Value | Default | Meaning |\n|---|---|---|---|\n");
    options.all().forEach(option -> text.append(row(option)));
    if (!options.rules().isEmpty()) {
      text.append('\n');
      options.rules().forEach(rule -> text.append("- ").append(rule.sentence()).append('\n'));
    }
    return text.toString();
  }

  static List<String> help(Options options) {
    int width = options.names().stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (Option<?> option : options.all()) {
      lines.add(padded(option.name(), width) + "  " + meaning(option) + "; " + fallback(option));
    }
    options.rules().forEach(rule -> lines.add(rule.sentence()));
    return lines;
  }

  private static String row(Option<?> option) {
    String name = "`" + option.name() + "`";
    String fallback =
        option.printedDefault().map(value -> "`" + value + "`").orElseGet(() -> presence(option));
    String cells = String.join(" | ", name, cell(option.typeWords()), fallback);
    return "| " + cells + " | " + cell(option.description()) + " |\n";
  }

  private static String presence(Option<?> option) {
    return option.isRequired() ? "required" : "–";
  }

  private static String meaning(Option<?> option) {
    String description = option.description().replaceAll("\\.$", "");
    return description.isEmpty() ? option.typeWords() : description + "; " + option.typeWords();
  }

  private static String fallback(Option<?> option) {
    return option
        .printedDefault()
        .map(value -> "default " + value)
        .orElseGet(() -> option.isRequired() ? "required" : "optional");
  }

  private static String padded(String name, int width) {
    return name + " ".repeat(width - name.length());
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
