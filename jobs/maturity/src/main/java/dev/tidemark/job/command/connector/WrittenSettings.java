// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.maturity.document.Tree;
import dev.tidemark.spi.options.Options;
import dev.tidemark.spi.options.Problem;
import dev.tidemark.spi.options.References;
import dev.tidemark.spi.options.Settings;
import dev.tidemark.spi.options.SettingsException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings in a file; what is wrong with them is told with the line it stands on.
 *
 * @param file what messages call it
 */
public record WrittenSettings(String file, Map<String, Tree> entries) {
  /** Parsed and checked. */
  public Settings parsed(Options options) {
    Map<String, @Nullable Object> values = resolved();
    try {
      return options.parse(values);
    } catch (SettingsException wrong) {
      throw located(wrong);
    }
  }

  /** As given, references replaced, without what is not given. */
  public Map<String, Object> raw() {
    Map<String, @Nullable Object> values = resolved();
    values.values().removeIf(value -> value == null);
    return Map.copyOf(values);
  }

  private Map<String, @Nullable Object> resolved() {
    try {
      return References.standard().resolve(PlainValues.of(entries));
    } catch (SettingsException wrong) {
      throw located(wrong);
    }
  }

  private CommandFailure located(SettingsException wrong) {
    List<String> lines =
        wrong.problems().stream().map(problem -> "\n  " + located(problem)).toList();
    String head = lines.size() == 1 ? "1 problem:" : lines.size() + " problems:";
    return new CommandFailure(file + " has " + head + String.join("", lines), wrong);
  }

  private String located(Problem problem) {
    Tree place = entries.get(problem.option());
    return (place == null ? "" : "line " + place.line() + ", ") + "settings: " + problem;
  }
}
