// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.outlet;

import dev.tidemark.job.command.UserFile;
import dev.tidemark.job.command.connector.Registration;
import dev.tidemark.job.command.connector.WrittenSettings;
import dev.tidemark.maturity.document.Problems;
import dev.tidemark.maturity.document.Section;
import dev.tidemark.maturity.document.Tree;
import dev.tidemark.maturity.document.Value;
import dev.tidemark.maturity.document.YamlDocument;
import dev.tidemark.outlet.EventType;
import dev.tidemark.outlet.OutletType;
import dev.tidemark.outlet.OutletTypes;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An outlet written as YAML: {@code organisation}, {@code type}, {@code name}, {@code settings}
 * and, where wanted, {@code events}. All that is wrong is told at once, with the line it stands on.
 */
final class OutletFile {
  private final String file;
  private final Problems problems;

  private OutletFile(String file) {
    this.file = file;
    this.problems = new Problems(file);
  }

  /** The outlet a file describes. */
  static OutletDraft read(Path file) {
    return new OutletFile(file.toString()).parse(UserFile.read(file));
  }

  private OutletDraft parse(String yaml) {
    Optional<Section> root =
        YamlDocument.read(yaml, problems).flatMap(tree -> Section.of(tree, "", problems));
    problems.refuseIfAny();
    return draft(root.orElseThrow());
  }

  private OutletDraft draft(Section root) {
    Optional<String> organisation = root.text("organisation");
    Optional<String> type = root.text("type");
    Optional<String> name = root.text("name");
    Optional<Section> settings = root.section("settings");
    Optional<Tree> events = root.optional("events");
    root.close();
    problems.refuseIfAny();
    OutletType known = OutletTypes.of(type.orElseThrow());
    Map<String, Tree> entries = settings.orElseThrow().entries();
    WrittenSettings written = new WrittenSettings(file, entries);
    written.parsed(known.options());
    Set<EventType> told = events.map(tree -> events(tree, known)).orElseGet(known::usual);
    problems.refuseIfAny();
    return new OutletDraft(
        organisation.orElseThrow(),
        known,
        name.orElseThrow(),
        Registration.sealable(written.raw()),
        told);
  }

  private Set<EventType> events(Tree tree, OutletType type) {
    Set<EventType> chosen = EnumSet.noneOf(EventType.class);
    for (String word : new Value("events", problems).texts(tree)) {
      Optional<EventType> event = EventType.find(word).filter(type.possible()::contains);
      event.ifPresent(chosen::add);
      if (event.isEmpty()) {
        String remedy = "use some of " + new TreeSet<>(type.possible());
        problems.add("events", tree.line(), "there is no event " + word, remedy);
      }
    }
    if (chosen.isEmpty()) {
      problems.add("events", tree.line(), "it names none", "leave it out for the usual ones");
    }
    return chosen;
  }
}
