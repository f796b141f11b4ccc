// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import dev.tidemark.testkit.organisation.Asset.Kind;
import dev.tidemark.testkit.organisation.Asset.Layer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The assets of an account and what they are made from. */
final class Estate {
  private static final double TAKEN_OVER = 0.12;
  private static final double MADE_NOW = 0.05;

  private final Chance chance;
  private final List<Asset> assets;
  private final List<Asset> popular;
  private final List<Asset> raw;
  private final List<Asset> clean;

  private Estate(Chance chance, List<Asset> assets) {
    this.chance = chance;
    this.assets = List.copyOf(assets);
    this.popular =
        assets.stream()
            .sorted(
                Comparator.comparingDouble(it -> chance.about(it.index()).about("rank").share()))
            .toList();
    this.raw = layer(assets, Layer.RAW);
    this.clean = layer(assets, Layer.CLEAN);
  }

  private static List<Asset> layer(List<Asset> assets, Layer layer) {
    return assets.stream().filter(asset -> asset.layer() == layer).toList();
  }

  static Estate of(Platform platform, int size, Chance chance, Story story) {
    List<Asset> assets = new ArrayList<>();
    for (int i = 0; i < platform.assets() * size; i++) {
      assets.add(asset(platform, i, chance.about(i), story));
    }
    return new Estate(chance, assets);
  }

  List<Asset> assets() {
    return assets;
  }

  /** The assets, most read first. */
  List<Asset> popular() {
    return popular;
  }

  /** Whether it came with the other company: its turn comes late in everything. */
  boolean isTakenOver(Asset asset) {
    return origin(chance.about(asset.index())) == Origin.TAKEN_OVER;
  }

  /** One or two assets of the layer below. */
  List<Asset> upstream(Asset asset) {
    List<Asset> candidates =
        switch (asset.layer()) {
          case RAW -> List.<Asset>of();
          case CLEAN -> raw;
          case MART -> clean;
        };
    Chance own = chance.about(asset.index()).about("upstream");
    return candidates.isEmpty()
        ? List.of()
        : Stream.of(1, 2).map(i -> own.about(i).oneOf(candidates)).distinct().toList();
  }

  private enum Origin {
    OLD,
    OF_THE_YEAR,
    TAKEN_OVER,
    NEW
  }

  private static Origin origin(Chance chance) {
    double share = chance.about("origin").share();
    if (share < MADE_NOW) {
      return Origin.NEW;
    }
    if (share < MADE_NOW + TAKEN_OVER) {
      return Origin.TAKEN_OVER;
    }
    return share < 0.4 ? Origin.OF_THE_YEAR : Origin.OLD;
  }

  private static Asset asset(Platform platform, int index, Chance chance, Story story) {
    Layer layer = layer(index);
    Kind kind = kind(platform, layer, chance.about("kind"));
    Sensitivity sensitivity = sensitivity(chance.about("sensitivity"));
    Instant created = created(chance, story);
    return new Asset(
        platform,
        index,
        kind,
        layer,
        Names.database(platform, layer),
        Names.schema(layer, index),
        Names.asset(kind, layer, index),
        created,
        dropped(chance.about("dropped"), created, story),
        sensitivity,
        kind == Kind.BUCKET ? List.of() : Columns.of(chance.about("columns"), sensitivity));
  }

  /** Of five, two are raw, two clean, one made for a purpose. */
  private static Layer layer(int index) {
    return switch (index % 5) {
      case 0, 1 -> Layer.RAW;
      case 2, 3 -> Layer.CLEAN;
      default -> Layer.MART;
    };
  }

  private static Kind kind(Platform platform, Layer layer, Chance chance) {
    return switch (platform) {
      case AZURE -> Kind.BUCKET;
      case AWS -> layer == Layer.RAW ? Kind.BUCKET : Kind.TABLE;
      case SALESFORCE -> Kind.TABLE;
      default -> layer == Layer.MART && chance.happens(0.5) ? Kind.VIEW : Kind.TABLE;
    };
  }

  private static Sensitivity sensitivity(Chance chance) {
    double share = chance.share();
    if (share < 0.15) {
      return Sensitivity.PUBLIC;
    }
    if (share < 0.65) {
      return Sensitivity.INTERNAL;
    }
    return share < 0.9 ? Sensitivity.SENSITIVE : Sensitivity.REGULATED;
  }

  private static Instant created(Chance chance, Story story) {
    double share = chance.about("created").share();
    return switch (origin(chance)) {
      case OLD -> story.begin().minusSeconds((long) (share * Duration.ofDays(700).toSeconds()));
      case OF_THE_YEAR ->
          story.begin().plusSeconds((long) (share * Duration.ofDays(360).toSeconds()));
      case TAKEN_OVER ->
          story.takeover().plusSeconds((long) (share * Duration.ofDays(5).toSeconds()));
      case NEW ->
          // Most within the first minutes, the last after a week.
          story.present().plusSeconds((long) (Math.pow(share, 4) * Duration.ofDays(7).toSeconds()));
    };
  }

  private static @Nullable Instant dropped(Chance chance, Instant created, Story story) {
    double share = chance.about("when").share();
    Instant dropped = story.begin().plusSeconds((long) (share * Duration.ofDays(400).toSeconds()));
    return chance.happens(0.08) && dropped.isAfter(created.plus(Duration.ofDays(7)))
        ? dropped
        : null;
  }
}
