// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks of an account's data: each once a day, in the first hours of the present every hour. */
record Checks(Chance chance, Story story, Estate estate, States states) {
  private static final Duration LIVELY = Duration.ofHours(6);
  private static final int MOST = 3;

  Stream<CheckResult> in(TimeRange range) {
    return Slices.in(range, this::hour);
  }

  private Stream<CheckResult> hour(Long hour, TimeRange range) {
    return estate.assets().stream()
        .filter(asset -> isDue(asset, hour, range))
        .filter(asset -> asset.exists(range.from()) && !asset.columns().isEmpty())
        .filter(asset -> states.is(Practice.CHECKED, asset, range.from()))
        .flatMap(asset -> results(asset, hour, range));
  }

  private boolean isDue(Asset asset, long hour, TimeRange range) {
    TimeRange lively = new TimeRange(story.present(), story.present().plus(LIVELY));
    return lively.holds(range.until())
        || chance.about(asset.index()).about("hour").below(24) == Math.floorMod(hour, 24);
  }

  private Stream<CheckResult> results(Asset asset, long hour, TimeRange range) {
    Chance own = chance.about(asset.index());
    List<String> dimensions = Words.DIMENSIONS;
    int from = own.about("from").below(dimensions.size());
    return IntStream.rangeClosed(0, own.about("count").below(MOST))
        .mapToObj(i -> dimensions.get((from + i) % dimensions.size()))
        .map(dimension -> result(asset, dimension, own.about(dimension).about(hour), range));
  }

  private CheckResult result(Asset asset, String dimension, Chance own, TimeRange hour) {
    Instant begun = Slices.within(hour, own);
    boolean passes = own.about("passes").happens(story.level(Practice.PASSING, begun));
    long rows = 1000L + own.about("rows").below(100_000);
    return new CheckResult(
        own.id(),
        asset,
        asset.name() + "_" + dimension,
        dimension,
        begun,
        Lateness.of(own),
        rows,
        passes ? 0 : 1 + own.about("failed").below(1000));
  }
}
