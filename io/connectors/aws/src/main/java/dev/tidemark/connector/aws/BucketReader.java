// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Records;
import dev.tidemark.authoring.TagReader;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;

/** Reads what a bucket says about itself; what it is not allowed to know stays null. */
final class BucketReader {
  private static final String GROUPS = "http://acs.amazonaws.com/groups/global/";

  private final BucketList bucket;
  private final Session session;
  private final S3Client s3;
  private final ObjectNode record = Records.blank(new BucketsStream().fields());
  private final ArrayNode denied = record.putArray("denied");

  BucketReader(BucketList bucket, Session session) {
    this.bucket = bucket;
    this.session = session;
    this.s3 = session.clients().s3(bucket.region());
  }

  Optional<ObjectNode> read() {
    record.put("bucket", bucket.name()).put("region", bucket.region());
    Records.putTime(record, "created_at", bucket.created());
    ask(Action.BUCKET_ENCRYPTION, this::encryption);
    ask(Action.BUCKET_ACCESS_BLOCK, this::accessBlock);
    ask(Action.BUCKET_POLICY, this::policy);
    ask(Action.BUCKET_ACL, this::accessList);
    ask(Action.BUCKET_VERSIONING, this::versioning);
    ask(Action.BUCKET_TAGS, this::tags);
    ask(Action.BUCKET_LIFECYCLE, this::lifecycle);
    ask(Action.METRIC_DATA, () -> new StorageMetrics(bucket, session).write(record));
    return Optional.of(record);
  }

  /** A lacking permission leaves unknown what it would tell; the rest is read. */
  private void ask(Action action, Runnable question) {
    try {
      question.run();
    } catch (ConnectorException refusal) {
      if (refusal.category() != Category.PERMISSION) {
        throw refusal;
      }
      denied.add(action.permission());
    }
  }

  private <T> Optional<T> find(Action action, java.util.function.Supplier<T> question) {
    return session.find(action, bucket.region(), question);
  }

  private void encryption() {
    String algorithm =
        find(
                Action.BUCKET_ENCRYPTION,
                () -> s3.getBucketEncryption(request -> request.bucket(bucket.name())))
            .flatMap(it -> it.serverSideEncryptionConfiguration().rules().stream().findFirst())
            .map(ServerSideEncryptionRule::applyServerSideEncryptionByDefault)
            .map(it -> it.sseAlgorithmAsString())
            .orElse("none");
    record.put("encryption", algorithm);
  }

  private void accessBlock() {
    find(
            Action.BUCKET_ACCESS_BLOCK,
            () -> s3.getPublicAccessBlock(request -> request.bucket(bucket.name())))
        .ifPresent(it -> write(it.publicAccessBlockConfiguration()));
  }

  private void write(PublicAccessBlockConfiguration block) {
    record
        .putObject("public_access_block")
        .put("block_public_acls", isOn(block.blockPublicAcls()))
        .put("ignore_public_acls", isOn(block.ignorePublicAcls()))
        .put("block_public_policy", isOn(block.blockPublicPolicy()))
        .put("restrict_public_buckets", isOn(block.restrictPublicBuckets()));
  }

  private void policy() {
    boolean isPublic =
        find(
                Action.BUCKET_POLICY,
                () -> s3.getBucketPolicyStatus(request -> request.bucket(bucket.name())))
            .map(it -> isOn(it.policyStatus().isPublic()))
            .orElse(false);
    record.put("policy_public", isPublic);
  }

  private void accessList() {
    boolean isPublic =
        session
            .call(
                Action.BUCKET_ACL,
                bucket.region(),
                () -> s3.getBucketAcl(request -> request.bucket(bucket.name())))
            .grants()
            .stream()
            .anyMatch(BucketReader::isToEverybody);
    record.put("acl_public", isPublic);
  }

  private static boolean isToEverybody(Grant grant) {
    String group = grant.grantee() == null ? null : grant.grantee().uri();
    return group != null
        && (group.equals(GROUPS + "AllUsers") || group.equals(GROUPS + "AuthenticatedUsers"));
  }

  private void versioning() {
    BucketVersioningStatus status =
        session
            .call(
                Action.BUCKET_VERSIONING,
                bucket.region(),
                () -> s3.getBucketVersioning(request -> request.bucket(bucket.name())))
            .status();
    record.put("versioning", status == null ? "never" : status.toString());
  }

  private void tags() {
    Map<String, String> tags =
        find(
                Action.BUCKET_TAGS,
                () -> s3.getBucketTagging(request -> request.bucket(bucket.name())))
            .map(it -> it.tagSet().stream().collect(Collectors.toMap(Tag::key, Tag::value)))
            .orElse(Map.of());
    TagReader reader = session.scope().tags();
    record
        .put("tags", tags.size())
        .put("owner_present", reader.hasOwner(tags))
        .put("described", reader.isDescribed(tags))
        .put("exposure_approved", reader.isApproved(tags));
    reader.sensitivity(tags).ifPresent(value -> record.put("class", value));
  }

  private void lifecycle() {
    Lifecycle.of(
            find(
                Action.BUCKET_LIFECYCLE,
                () -> s3.getBucketLifecycleConfiguration(request -> request.bucket(bucket.name()))))
        .write(record);
  }

  private static boolean isOn(@org.jspecify.annotations.Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }
}
