// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.job.command.UserFile;
import dev.tidemark.maturity.document.Problems;
import dev.tidemark.maturity.document.Section;
import dev.tidemark.maturity.document.Tree;
import dev.tidemark.maturity.document.Value;
import dev.tidemark.maturity.document.YamlDocument;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.StreamDescription;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    WrittenSettings written = new WrittenSettings(file, mapping(settings.orElseThrow()));
    ConnectorDraft draft =
        new ConnectorDraft(
            organisation.orElseThrow(),
            known,
            name.orElseThrow(),
            written.raw(),
            written.parsed(known.description().options()),
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
