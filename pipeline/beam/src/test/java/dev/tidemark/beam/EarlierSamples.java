// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.beam.Samples.Sample;
import java.util.List;

/** Values whose bytes earlier releases wrote in a layout nobody writes any more. */
final class EarlierSamples {
  private EarlierSamples() {}

  /** Volumes had no cost in the first layout. */
  static List<Sample<?>> all() {
    return List.of(
        new Sample<>("page", PageCoder.of(), Samples.page(Samples.UNCHARGED)),
        new Sample<>("page-empty", PageCoder.of(), Samples.emptyPage()),
        new Sample<>("folded-page", FoldedPageCoder.of(), Samples.foldedPage(Samples.UNCHARGED)),
        new Sample<>("folded-page-empty", FoldedPageCoder.of(), Samples.emptyFoldedPage()),
        new Sample<>("stream-commit", StreamCommitCoder.of(), Samples.commit(Samples.UNCHARGED)),
        new Sample<>("stream-commit-empty", StreamCommitCoder.of(), Samples.emptyCommit()));
  }
}
