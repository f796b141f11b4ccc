// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.UserFile;
import dev.tidemark.maturity.document.Problems;
import dev.tidemark.maturity.document.Section;
import dev.tidemark.maturity.document.Tree;
import dev.tidemark.maturity.document.Value;
import dev.tidemark.maturity.document.YamlDocument;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.options.Problem;
import dev.tidemark.spi.options.References;
import dev.tidemark.spi.options.Settings;
import dev.tidemark.spi.options.SettingsException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connector written as YAML: {@code organisation}, {@code type}, {@code name}, {@code settings}
 * and, where wanted, {@code streams}, {@code schedule} and {@code budget}. All that is wrong is
 * told at once, with the line it stands on.
 */
public final class ConnectorFile {
  private final String file;
  private final Problems problems;

  private ConnectorFile(String file) {
    this.file = file;
    this.problems = new Problems(file);
  }

  /** The connector a file describes. */
  public static ConnectorDraft read(Path file) {
    return read(UserFile.read(file), file.toString());
  }

  /** The connector a text describes; {@code name} is what messages call it. */
  public static ConnectorDraft read(String yaml, String name) {
    return new ConnectorFile(name).parse(yaml);
  }

  private ConnectorDraft parse(String yaml) {
    Optional<Section> root =
        YamlDocument.read(yaml, problems).flatMap(tree -> Section.of(tree, "", problems));
    problems.refuseIfAny();
    return draft(root.orElseThrow());
  }

  private ConnectorDraft draft(Section root) {
    Optional<String> organisation = root.text("organisation");
    Optional<String> type = root.text("type");
    Optional<String> name = root.text("name");
    Optional<Tree> settings = root.required("settings");
    Optional<Tree> streams = root.optional("streams");
    Schedule schedule = new Schedule(problems, root.optional("schedule"));
    DailyBudget budget = new DailyBudget(problems, root.optional("budget"));
    root.close();
    problems.refuseIfAny();
    ConnectorType known = ConnectorTypes.of(type.orElseThrow());
    Map<String, Tree> entries = mapping(settings.orElseThrow());
    ConnectorDraft draft =
        new ConnectorDraft(
            organisation.orElseThrow(),
            known,
            name.orElseThrow(),
            without(resolved(entries)),
            settings(known, entries),
            streams(streams, known),
            schedule.intervals(names(known)),
            budget.of(known));
    problems.refuseIfAny();
    return draft;
  }

  private Map<String, Tree> mapping(Tree settings) {
    Optional<Section> section = Section.of(settings, "settings", problems);
    problems.refuseIfAny();
    return section.orElseThrow().entries();
  }

  private Settings settings(ConnectorType type, Map<String, Tree> entries) {
    try {
      return type.description().options().parse(resolved(entries));
    } catch (SettingsException wrong) {
      throw located(wrong, entries);
    }
  }

  private Map<String, @Nullable Object> resolved(Map<String, Tree> entries) {
    try {
      return References.standard().resolve(PlainValues.of(entries));
    } catch (SettingsException wrong) {
      throw located(wrong, entries);
    }
  }

  private static Map<String, Object> without(Map<String, @Nullable Object> values) {
    values.values().removeIf(value -> value == null);
    return Map.copyOf(values);
  }

  private CommandFailure located(SettingsException wrong, Map<String, Tree> entries) {
    List<String> lines =
        wrong.problems().stream().map(problem -> "\n  " + located(problem, entries)).toList();
    String head = lines.size() == 1 ? "1 problem:" : lines.size() + " problems:";
    return new CommandFailure(file + " has " + head + String.join("", lines), wrong);
  }

  private static String located(Problem problem, Map<String, Tree> entries) {
    Tree place = entries.get(problem.option());
    return (place == null ? "" : "line " + place.line() + ", ") + "settings: " + problem;
  }

  private Set<String> streams(Optional<Tree> given, ConnectorType type) {
    Set<String> chosen = new LinkedHashSet<>();
    given.ifPresent(
        tree -> {
          Value value = new Value("streams", problems);
          value.texts(tree).forEach(name -> choose(name, tree, type, chosen));
        });
    return chosen;
  }

  private void choose(String name, Tree tree, ConnectorType type, Set<String> chosen) {
    if (names(type).contains(name)) {
      chosen.add(name);
    } else {
      String known = String.join(", ", names(type));
      problems.add("streams", tree.line(), "there is no stream " + name, "use some of " + known);
    }
  }

  private static List<String> names(ConnectorType type) {
    return type.description().streams().stream().map(StreamDescription::name).toList();
  }
}
