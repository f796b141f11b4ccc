// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.offline;

import dev.tidemark.maturity.document.JsonDocument;
import dev.tidemark.maturity.document.Problems;
import dev.tidemark.maturity.document.Section;
import dev.tidemark.maturity.document.Tree;
import dev.tidemark.maturity.model.MaturityModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads an evidence file: {@code materiality} (indicator to stratum to share; equal shares where it
 * says nothing) and {@code states} in time order, each with {@code as_of} and {@code evidence}.
 */
public final class EvidenceReader {
  private final MaturityModel model;
  private final Problems problems;

  /** A reader for evidence about a model's indicators. */
  public EvidenceReader(MaturityModel model, String name) {
    this.model = model;
    this.problems = new Problems(name);
  }

  /**
   * The states of a text, in its order.
   *
   * @throws dev.tidemark.maturity.document.InvalidDocumentException naming every problem
   */
  public List<OfflineState> read(String json) {
    List<OfflineState> states =
        JsonDocument.read(json, problems)
            .flatMap(tree -> Section.of(tree, "evidence", problems))
            .map(this::document)
            .orElse(List.of());
    problems.refuseIfAny();
    return states;
  }

  private List<OfflineState> document(Section root) {
    Shares stated =
        root.optionalSection("materiality")
            .map(new ShareReader(model, problems)::read)
            .orElse(Shares.NONE);
    List<DraftState> drafts = new ArrayList<>();
    root.required("states").ifPresent(tree -> states(root, tree, stated, drafts));
    root.close();
    if (problems.count() > 0) {
      return List.of();
    }
    Shares shares = stated.withEqualShares(drafts);
    SnapshotBuilder builder = new SnapshotBuilder(model, shares);
    return drafts.stream()
        .map(draft -> new OfflineState(draft.asOf(), builder.snapshot(draft)))
        .toList();
  }

  private void states(Section root, Tree tree, Shares shares, List<DraftState> drafts) {
    List<Tree> items = root.value("states").items(tree);
    for (int index = 0; index < items.size(); index++) {
      Section.of(items.get(index), "states[" + index + "]", problems)
          .flatMap(section -> state(section, shares))
          .ifPresent(drafts::add);
    }
    if (tree instanceof Tree.Sequence && items.isEmpty()) {
      root.problem("states", "there are none", "give at least one state");
    }
    requireOrder(root, drafts);
  }

  private Optional<DraftState> state(Section section, Shares shares) {
    Optional<LocalDate> asOf = section.required("as_of").flatMap(section.value("as_of")::date);
    List<Entry> entries =
        section.required("evidence").map(tree -> entries(section, tree, shares)).orElse(List.of());
    section.close();
    return asOf.map(date -> new DraftState(date, entries));
  }

  private List<Entry> entries(Section section, Tree tree, Shares shares) {
    EntryReader reader = new EntryReader(model, shares, problems);
    List<Tree> items = section.value("evidence").items(tree);
    for (int index = 0; index < items.size(); index++) {
      Section.of(items.get(index), section.path() + ".evidence[" + index + "]", problems)
          .ifPresent(reader::read);
    }
    return reader.entries();
  }

  private static void requireOrder(Section root, List<DraftState> drafts) {
    for (int index = 1; index < drafts.size(); index++) {
      if (drafts.get(index).asOf().isBefore(drafts.get(index - 1).asOf())) {
        String dates = drafts.get(index).asOf() + " follows " + drafts.get(index - 1).asOf();
        root.problem("states", "they are not in time order: " + dates, "sort them by as_of");
      }
    }
  }
}
