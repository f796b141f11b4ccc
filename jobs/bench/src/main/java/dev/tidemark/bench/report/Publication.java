// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Findings as they are left behind.
 *
 * @param before how many threads wanted to run before it began, on average over a minute
 * @param after the same at its end
 */
public record Publication(Findings findings, Machine machine, double before, double after) {
  private static final double ALONE = 4;

  /** Writes a folder with a page, raw figures and plots. */
  public void write(Path results) throws IOException {
    Path folder = Files.createDirectories(results.resolve(findings.name()));
    Files.writeString(folder.resolve("README.md"), markdown());
    for (Map.Entry<String, String> file : findings.files().entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /** The page. */
  public String markdown() {
    Markdown text = new Markdown();
    text.line("# " + findings.title()).line("").line(findings.how()).line("");
    if (before > ALONE) {
      text.line(
          "**Provisional**: the machine did something else as well when this began (load %.1f)."
              .formatted(before));
    }
    if (!findings.verdicts().isEmpty()) {
      text.heading("Aims").columns("Aim", "wanted", "is", "");
      findings.verdicts().forEach(verdict -> verdict.row(text));
    }
    if (!findings.missed().isEmpty()) {
      text.line("").line(findings.missed());
    }
    text.line(findings.body().toString());
    MachineText.write(machine, loads(), text);
    return text.toString();
  }

  private String loads() {
    return String.format(Locale.ROOT, "%.1f before it began, %.1f at its end", before, after);
  }
}
