// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import dev.tidemark.testkit.organisation.Asset.Kind;
import dev.tidemark.testkit.organisation.AssetState.Exposure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is true of assets at a time. */
record States(Chance chance, Story story, Estate estate, Pipelines pipelines, List<Person> humans) {
  private static final List<Practice> VISIBLE =
      List.of(
          Practice.OWNED,
          Practice.DESCRIBED,
          Practice.CLASSIFIED,
          Practice.RETAINED,
          Practice.CERTIFIED,
          Practice.CONTRACTED,
          Practice.MASKED,
          Practice.CLOSED);

  AssetState of(Asset asset, Instant at) {
    Chance own = chance.about(asset.index());
    boolean described = is(Practice.DESCRIBED, asset, at);
    Exposure exposure = exposure(asset, at);
    long rows = rows(asset, own, at);
    return new AssetState(
        is(Practice.OWNED, asset, at) ? owner(own, at) : null,
        described ? description(asset) : null,
        described ? asset.columns().size() : own.about("columns").below(3),
        is(Practice.CLASSIFIED, asset, at) ? asset.sensitivity() : null,
        asset.sensitivity().isSensitive() && is(Practice.RETAINED, asset, at),
        is(Practice.CERTIFIED, asset, at),
        isShared(own) && is(Practice.CONTRACTED, asset, at),
        isShared(own),
        isTraced(asset, at),
        is(Practice.CHECKED, asset, at),
        exposure,
        exposure == Exposure.PRIVATE || own.about("approved").happens(0.4),
        is(Practice.MASKED, asset, at) ? asset.sensitiveColumns().size() : 0,
        own.about("encrypted").happens(0.8),
        own.about("versioned").happens(0.5),
        rows,
        rows * bytesPerRow(asset, own),
        changed(asset, at),
        written(asset, at));
  }

  boolean isTraced(Asset asset, Instant at) {
    return asset.isDerived() && is(Practice.TRACED, asset, at);
  }

  boolean is(Practice practice, Asset asset, Instant at) {
    return story.isTrue(practice, rank(practice, asset), at);
  }

  private double rank(Practice practice, Asset asset) {
    double rank = chance.about(asset.index()).about(practice.name()).share();
    return estate.isTakenOver(asset) ? 0.5 + rank / 2 : rank;
  }

  private static boolean isShared(Chance own) {
    return own.about("shared").happens(0.3);
  }

  private @Nullable Person owner(Chance own, Instant at) {
    int first = own.about("owner").below(humans.size());
    return Stream.iterate(first, next -> next + 1)
        .limit(humans.size())
        .map(next -> humans.get(next % humans.size()))
        .filter(person -> person.isHere(at))
        .findFirst()
        .orElse(null);
  }

  private static String description(Asset asset) {
    String words = asset.name().replace('_', ' ').replace('-', ' ');
    return switch (asset.layer()) {
      case RAW -> "The " + words + " as " + asset.schema() + " delivers them.";
      case CLEAN -> "The " + words + " of " + asset.schema() + ", cleaned and without duplicates.";
      case MART -> "The " + words + " for " + asset.schema() + ".";
    };
  }

  private Exposure exposure(Asset asset, Instant at) {
    if (is(Practice.CLOSED, asset, at)) {
      return Exposure.PRIVATE;
    }
    return asset.kind() == Kind.BUCKET ? Exposure.PUBLIC : Exposure.EXTERNAL;
  }

  private long rows(Asset asset, Chance own, Instant at) {
    double magnitude = asset.kind() == Kind.BUCKET ? 1 + 3 * share(own) : 3 + 4 * share(own);
    double days = Math.max(0, Duration.between(asset.created(), at).toMinutes() / 1440.0);
    double growth = 1 + days * own.about("growth").between(0, 0.01);
    return asset.kind() == Kind.VIEW ? 0 : (long) (Math.pow(10, magnitude) * growth);
  }

  private static double share(Chance own) {
    return own.about("rows").share();
  }

  private static long bytesPerRow(Asset asset, Chance own) {
    return asset.kind() == Kind.BUCKET
        ? 1_000_000L * (1 + own.about("file").below(40))
        : 12L * asset.columns().size();
  }

  private Instant changed(Asset asset, Instant at) {
    return VISIBLE.stream()
        .map(practice -> story.changed(practice, rank(practice, asset), at))
        .filter(changed -> changed.isAfter(asset.created()))
        .max(Instant::compareTo)
        .orElse(asset.created());
  }

  private @Nullable Instant written(Asset asset, Instant at) {
    return pipelines
        .writer(asset)
        .flatMap(pipeline -> pipelines.lastSuccess(pipeline, at))
        .map(Run::ended)
        .orElse(null);
  }
}
