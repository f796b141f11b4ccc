// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Asset;
import dev.tidemark.testkit.organisation.AssetState;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What the company has in its account, as AWS shows it at a time: buckets with their storage
 * metrics here, the rest by {@link TidewaterCatalog} and {@link TidewaterModels}.
 */
final class Tidewater {
  static final String REGION = "eu-central-1";
  private static final int MEASURED_DAYS = 21;
  private static final int RETENTION_DAYS = 365;

  private final Account account;
  private final InstantSource clock;

  Tidewater(Account account, InstantSource clock) {
    this.account = account;
    this.clock = clock;
  }

  /** Fills the world with how things stand now. */
  void fill(World world) {
    Instant now = clock.instant();
    world.clear();
    Region region = world.region(REGION);
    for (Asset asset : account.assets(now)) {
      if (asset.kind() == Asset.Kind.BUCKET) {
        FakeBucket bucket = bucket(asset, account.state(asset, now));
        world.buckets().put(bucket.name(), bucket);
        measure(asset, now, region);
      }
    }
    new TidewaterCatalog(account, now).fill(region);
    new TidewaterModels(account, now).fill(region);
    new TidewaterWarehouse(account, now)
        .fill(world.warehouse(REGION, TidewaterWarehouse.WORKGROUP, TidewaterWarehouse.DATABASE));
  }

  private static FakeBucket bucket(Asset asset, AssetState state) {
    FakeBucket bucket =
        FakeBucket.of(asset.name(), REGION, asset.created())
            .encryptedBy(state.encrypted() ? "aws:kms" : "AES256")
            .tagged(tags(state));
    bucket =
        state.exposure() == AssetState.Exposure.PUBLIC
            ? bucket.withPolicy(FakeBucket.Access.EVERYBODY)
            : bucket.closed();
    bucket = state.versioned() ? bucket.versioned("Enabled") : bucket;
    return state.retained() ? bucket.expiring(RETENTION_DAYS) : bucket;
  }

  private static Map<String, String> tags(AssetState state) {
    Map<String, String> tags = new HashMap<>();
    if (state.owner() != null) {
      tags.put("owner", state.owner().login());
    }
    if (state.description() != null) {
      tags.put("description", state.description());
    }
    if (state.classification() != null) {
      tags.put("data-classification", state.classification().name().toLowerCase(Locale.ROOT));
    }
    if (state.exposure() == AssetState.Exposure.PUBLIC && state.approved()) {
      tags.put("public-approved", "true");
    }
    return tags;
  }

  /** Storage metrics come once a day, for whole days. */
  private void measure(Asset asset, Instant now, Region region) {
    metric(asset, now, "BucketSizeBytes", "StandardStorage", AssetState::bytes, region);
    metric(asset, now, "NumberOfObjects", "AllStorageTypes", AssetState::rows, region);
  }

  private void metric(
      Asset asset,
      Instant now,
      String name,
      String type,
      ToDoubleFunction<AssetState> value,
      Region region) {
    NavigableMap<Instant, Double> points = new TreeMap<>();
    Instant today = now.truncatedTo(ChronoUnit.DAYS);
    for (int ago = 1; ago <= MEASURED_DAYS; ago++) {
      Instant day = today.minus(ago, ChronoUnit.DAYS);
      if (asset.exists(day)) {
        points.put(day, value.applyAsDouble(account.state(asset, day)));
      }
    }
    if (!points.isEmpty()) {
      Map<String, String> dimensions = Map.of("BucketName", asset.name(), "StorageType", type);
      region.metrics().add(new FakeMetric("AWS/S3", name, dimensions, points));
    }
  }
}
