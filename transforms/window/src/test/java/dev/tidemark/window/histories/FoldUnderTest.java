// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window.histories;

import dev.tidemark.model.stream.FoldedPage;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PageStamp;
import dev.tidemark.model.stream.PassStep;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import dev.tidemark.spi.ledger.StreamState;
import dev.tidemark.window.Horizon;
import dev.tidemark.window.StreamFold;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The production fold, between faults that are put in on purpose. */
final class FoldUnderTest {
  private static final Horizon NARROW = new Horizon(Duration.ofDays(2), 4);

  private final World world;
  private final StreamFold fold;
  private @Nullable Lease first;
  private @Nullable Lease latest;
  private @Nullable PassStep step;

  FoldUnderTest(World world) {
    this.world = world;
    fold = StreamFold.of(world.stream(), NARROW);
  }

  @Nullable StreamCommit take(FoldedPage page) {
    latest = page.stamp().lease();
    step = page.stamp().step();
    StreamFold.Step taken = fold.take(disguised(page), world.ledger());
    return taken.commit() == null ? null : disguised(taken.commit());
  }

  Optional<StreamCommit> elapsed() {
    return fold.elapsed().map(this::disguised);
  }

  private FoldedPage disguised(FoldedPage page) {
    PageStamp stamp = page.stamp();
    if (world.fault() == Fault.RELOAD) {
      first = fold.position().isEmpty() || first == null ? stamp.lease() : first;
      return with(page, stamp(stamp, first, stamp.before()));
    }
    if (world.fault() == Fault.CONTINUITY) {
      return with(page, stamp(stamp, stamp.lease(), whereItStands(stamp)));
    }
    if (world.fault() == Fault.BESIDE && stamp.step() == PassStep.BESIDE) {
      PassStep ending = PassStep.LAST;
      return with(
          page,
          new PageStamp(stamp.lease(), stamp.sequence(), stamp.before(), stamp.after(), ending));
    }
    return page;
  }

  private ReadPosition whereItStands(PageStamp stamp) {
    return fold.position()
        .or(() -> world.check().row().map(row -> ReadPosition.at(row.cursor())))
        .orElse(stamp.before());
  }

  private StreamCommit disguised(StreamCommit commit) {
    return switch (world.fault()) {
      case RELOAD -> with(commit, latest == null ? commit.lease() : latest, commit.windows());
      case TRIM -> with(commit, commit.lease(), untrimmed(commit.windows()));
      case RESTART -> resuming(commit);
      default -> commit;
    };
  }

  private List<WindowChange> untrimmed(List<WindowChange> windows) {
    if (step == null || step.ends()) {
      return windows;
    }
    Map<WindowKey, Partial> tails = new HashMap<>();
    world
        .check()
        .row()
        .map(StreamState::windows)
        .orElse(List.of())
        .forEach(window -> tails.put(window.key(), window.tail()));
    return windows.stream()
        .map(
            window ->
                window.tail().isEmpty() && tails.containsKey(window.key())
                    ? new WindowChange(window.key(), window.settled(), tails.get(window.key()))
                    : window)
        .toList();
  }

  private StreamCommit resuming(StreamCommit commit) {
    ReadPosition position = fold.position().orElseThrow();
    Place cursor = Place.later(Place.of(position.settled()), Place.of(position.position()));
    return World.with(commit, commit.lease(), commit.base(), commit.sequence(), cursor.cursor());
  }

  private static PageStamp stamp(PageStamp stamp, Lease lease, ReadPosition before) {
    return new PageStamp(lease, stamp.sequence(), before, stamp.after(), stamp.step());
  }

  private static FoldedPage with(FoldedPage page, PageStamp stamp) {
    return new FoldedPage(
        page.stream(),
        page.stratum(),
        stamp,
        page.settled(),
        page.tail(),
        page.readings(),
        page.facts(),
        page.populations(),
        page.completeThrough(),
        page.observedAt(),
        page.volume(),
        page.rejections());
  }

  private static StreamCommit with(StreamCommit commit, Lease lease, List<WindowChange> windows) {
    return new StreamCommit(
        commit.stream(),
        lease,
        commit.base(),
        commit.sequence(),
        commit.cursor(),
        windows,
        commit.readings(),
        commit.facts(),
        commit.populations(),
        commit.completeThrough(),
        commit.observedAt(),
        commit.volume(),
        commit.rejections());
  }
}
