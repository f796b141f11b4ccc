// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.beam.Samples.Sample;
import dev.tidemark.model.stream.Rejections;
import java.util.List;

/** Values whose bytes earlier releases wrote in a layout nobody writes any more. */
final class EarlierSamples {
  private static final Rejections NONE = Rejections.none();

  private EarlierSamples() {}

  /** Volumes had no cost in the first layout, and nothing was rejected or read again in two. */
  static List<Sample<?>> all() {
    return List.of(
        new Sample<>("page", PageCoder.of(), PageSamples.page(PageSamples.UNCHARGED)),
        new Sample<>("page-empty", PageCoder.of(), PageSamples.emptyPage()),
        new Sample<>(
            "folded-page",
            FoldedPageCoder.of(),
            PageSamples.foldedPage(PageSamples.UNCHARGED, NONE)),
        new Sample<>("folded-page-empty", FoldedPageCoder.of(), PageSamples.emptyFoldedPage()),
        new Sample<>(
            "stream-commit",
            StreamCommitCoder.of(),
            PageSamples.commit(PageSamples.UNCHARGED, NONE)),
        new Sample<>("stream-commit-empty", StreamCommitCoder.of(), PageSamples.emptyCommit()),
        new Sample<>("page-2", PageCoder.of(), PageSamples.page(PageSamples.VOLUME)),
        new Sample<>("page-empty-2", PageCoder.of(), PageSamples.emptyPage()),
        new Sample<>(
            "folded-page-2",
            FoldedPageCoder.of(),
            PageSamples.foldedPage(PageSamples.VOLUME, NONE)),
        new Sample<>("folded-page-empty-2", FoldedPageCoder.of(), PageSamples.emptyFoldedPage()),
        new Sample<>(
            "stream-commit-2",
            StreamCommitCoder.of(),
            PageSamples.commit(PageSamples.VOLUME, NONE)),
        new Sample<>("stream-commit-empty-2", StreamCommitCoder.of(), PageSamples.emptyCommit()));
  }
}
