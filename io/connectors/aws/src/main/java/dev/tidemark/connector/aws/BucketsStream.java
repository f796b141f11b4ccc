// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Item;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.SnapshotStream;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;

/** Each bucket: how it is configured, what it holds by the daily storage metrics. */
final class BucketsStream implements SnapshotStream<Session> {
  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "s3_buckets",
        "Buckets: encryption, access, versioning, tags, lifecycle, objects and bytes",
        StreamKind.SNAPSHOT,
        Duration.ofHours(1),
        Duration.ofDays(2),
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.ASSET_STATE, MetricNames.EXPOSURE, MetricNames.ASSET_SIZE));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("bucket", "string", "name, unique in the partition"),
        new Field("region", "string", "where it lies"),
        new Field("created_at", "string", "when it was made"),
        new Field("encryption", "string", "AES256, aws:kms, aws:kms:dsse or none"),
        new Field("public_access_block", "object", "the four switches; null where never set"),
        new Field("policy_public", "boolean", "whether its policy lets everybody in"),
        new Field("acl_public", "boolean", "whether its access list lets everybody in"),
        new Field("versioning", "string", "Enabled, Suspended or never"),
        new Field("tags", "integer", "how many it has"),
        new Field("owner_present", "boolean", "whether a tag names an owner"),
        new Field("described", "boolean", "whether a tag says what it holds"),
        new Field("class", "string", "how sensitive a tag says it is; null without such a tag"),
        new Field("exposure_approved", "boolean", "whether a tag approves that it is public"),
        new Field("lifecycle_rules", "integer", "enabled rules"),
        new Field("expires_after_days", "integer", "after which every object goes; null if never"),
        new Field("bytes", "integer", "by the newest storage metric; null where there is none"),
        new Field("objects", "integer", "by the newest storage metric; null where there is none"),
        new Field("bytes_by_type", "object", "bytes by storage type"),
        new Field("measured_at", "string", "day of the newest storage metric"),
        new Field("changed_day", "string", "last day on which bytes or objects moved, of 90"),
        new Field("denied", "array", "permissions lacking for this bucket"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("bucket");
  }

  @Override
  public List<Part> parts(Session session) {
    return List.of(Part.whole());
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    return BucketList.read(session).stream()
        .map(
            bucket ->
                new Item<Session>(
                    bucket.name(), reading -> new BucketReader(bucket, reading).read()))
        .toList();
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    BucketEvents.normalise(record, emitter);
  }
}
