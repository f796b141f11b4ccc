// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.FoldedPage;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.StreamCommit;
import java.util.List;
import java.util.Objects;

/** One stream whose pages a test tells, on a ledger in memory. */
abstract class FoldStory {
  final Reader reader = Reader.of("stories");
  final ScriptedType type = new ScriptedType();
  final StreamFold fold = StreamFold.of(reader.stream);
  private final PageFolder folder = type.folder();

  final StreamFold.Step take(Page page) {
    FoldedPage folded = folder.fold(page).page();
    return fold.take(folded, reader.ledger);
  }

  final StreamCommit commit(StreamFold.Step step) {
    StreamCommit commit = Objects.requireNonNull(step.commit(), "a commit");
    assertThat(reader.ledger.streams().commit(List.of(commit)).get(0))
        .isInstanceOf(CommitOutcome.Accepted.class);
    return commit;
  }
}
