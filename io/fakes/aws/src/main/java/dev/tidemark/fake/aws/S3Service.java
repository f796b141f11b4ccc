// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** S3: buckets, their configuration, their objects. Addressed by path. */
final class S3Service implements Service {
  static final String NAMESPACE = "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
  private static final String GROUP = "http://acs.amazonaws.com/groups/global/AllUsers";
  private static final int MOST_BUCKETS = 10_000;
  private static final Map<String, String> ACTIONS =
      Map.of(
          "encryption", "s3:GetEncryptionConfiguration",
          "publicAccessBlock", "s3:GetBucketPublicAccessBlock",
          "policyStatus", "s3:GetBucketPolicyStatus",
          "acl", "s3:GetBucketAcl",
          "versioning", "s3:GetBucketVersioning",
          "tagging", "s3:GetBucketTagging",
          "lifecycle", "s3:GetLifecycleConfiguration",
          "location", "s3:GetBucketLocation",
          "inventory", "s3:GetInventoryConfiguration",
          "GetObject", "s3:GetObject");

  private final World world;

  S3Service(World world) {
    this.world = world;
  }

  /** The name of what is asked for: the configuration, or the list. */
  static String operation(Wire wire) {
    if (wire.path().equals("/")) {
      return "ListBuckets";
    }
    return ACTIONS.keySet().stream()
        .filter(wire.query()::containsKey)
        .findFirst()
        .orElse(key(wire).isEmpty() ? "ListObjectsV2" : "GetObject");
  }

  @Override
  public String action(Wire wire) {
    String operation = operation(wire);
    return switch (operation) {
      case "ListBuckets" -> "s3:ListAllMyBuckets";
      case "ListObjectsV2" -> "s3:ListBucket";
      default -> ACTIONS.getOrDefault(operation, operation);
    };
  }

  @Override
  public Answer answer(Wire wire) {
    return switch (operation(wire)) {
      case "ListBuckets" -> buckets(wire);
      case "ListObjectsV2" -> S3Listing.of(bucket(wire), wire);
      case "encryption" -> encryption(bucket(wire));
      case "publicAccessBlock" -> accessBlock(bucket(wire));
      case "policyStatus" -> policyStatus(bucket(wire));
      case "acl" -> accessList(bucket(wire));
      case "versioning" -> versioning(bucket(wire));
      case "tagging" -> tagging(bucket(wire));
      case "lifecycle" -> lifecycle(bucket(wire));
      case "location" -> location(bucket(wire));
      case "inventory" -> S3Inventory.list(bucket(wire), wire);
      case "GetObject" -> object(bucket(wire), key(wire));
      default -> throw new AwsError(501, "NotImplemented", "Not played here.");
    };
  }

  private FakeBucket bucket(Wire wire) {
    String name = wire.path().substring(1).split("/", 2)[0];
    FakeBucket bucket = world.buckets().get(name);
    if (bucket == null) {
      throw new AwsError(404, "NoSuchBucket", "The specified bucket does not exist");
    }
    return bucket;
  }

  private static String key(Wire wire) {
    String[] parts = wire.path().substring(1).split("/", 2);
    return parts.length < 2 ? "" : parts[1];
  }

  private static Answer object(FakeBucket bucket, String key) {
    return bucket
        .objects()
        .body(key)
        .map(it -> new Answer(200, "binary/octet-stream", it, Map.of()))
        .orElseThrow(() -> new AwsError(404, "NoSuchKey", "The specified key does not exist."));
  }

  private Answer buckets(Wire wire) {
    int asked = wire.given("max-buckets").map(Integer::parseInt).orElse(MOST_BUCKETS);
    int most = Math.min(asked, world.pageSize());
    List<FakeBucket> all =
        world.buckets().values().stream()
            .filter(it -> wire.given("prefix").map(it.name()::startsWith).orElse(true))
            .filter(it -> wire.given("bucket-region").map(it.region()::equals).orElse(true))
            .toList();
    Pages<FakeBucket> page = Pages.of(all, most, wire.query().get("continuation-token"));
    Xml xml = new Xml().open("ListAllMyBucketsResult", NAMESPACE).open("Buckets");
    for (FakeBucket bucket : page.items()) {
      xml.open("Bucket").text("Name", bucket.name()).text("CreationDate", bucket.created());
      xml.text("BucketRegion", bucket.region()).close("Bucket");
    }
    xml.close("Buckets");
    if (page.next() != null) {
      xml.text("ContinuationToken", page.next());
    }
    return Answer.xml(xml.close("ListAllMyBucketsResult").toString());
  }

  private static Answer encryption(FakeBucket bucket) {
    String algorithm =
        present(bucket.algorithm().orElse(null), "ServerSideEncryptionConfigurationNotFoundError");
    Xml xml = new Xml().open("ServerSideEncryptionConfiguration", NAMESPACE).open("Rule");
    xml.open("ApplyServerSideEncryptionByDefault").text("SSEAlgorithm", algorithm);
    xml.close("ApplyServerSideEncryptionByDefault").close("Rule");
    return Answer.xml(xml.close("ServerSideEncryptionConfiguration").toString());
  }

  private static Answer accessBlock(FakeBucket bucket) {
    Map<String, Boolean> block =
        present(bucket.accessBlock(), "NoSuchPublicAccessBlockConfiguration");
    Xml xml = new Xml().open("PublicAccessBlockConfiguration", NAMESPACE);
    block.forEach(xml::text);
    return Answer.xml(xml.close("PublicAccessBlockConfiguration").toString());
  }

  private static Answer policyStatus(FakeBucket bucket) {
    boolean isPublic = present(bucket.policyPublic(), "NoSuchBucketPolicy");
    Xml xml = new Xml().open("PolicyStatus", NAMESPACE).text("IsPublic", isPublic);
    return Answer.xml(xml.close("PolicyStatus").toString());
  }

  private static Answer accessList(FakeBucket bucket) {
    Xml xml = new Xml().open("AccessControlPolicy", NAMESPACE);
    xml.open("Owner").text("ID", "owner").close("Owner").open("AccessControlList");
    if (bucket.aclPublic()) {
      String type = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"Group\"";
      xml.open("Grant").open("Grantee", type).text("URI", GROUP).close("Grantee");
      xml.text("Permission", "READ").close("Grant");
    }
    return Answer.xml(xml.close("AccessControlList").close("AccessControlPolicy").toString());
  }

  /** Unlike the others, what was never set is an empty answer. */
  private static Answer versioning(FakeBucket bucket) {
    Xml xml = new Xml().open("VersioningConfiguration", NAMESPACE);
    if (bucket.versioning() != null) {
      xml.text("Status", bucket.versioning());
    }
    return Answer.xml(xml.close("VersioningConfiguration").toString());
  }

  private static Answer tagging(FakeBucket bucket) {
    Map<String, String> tags = present(bucket.tags(), "NoSuchTagSet");
    Xml xml = new Xml().open("Tagging", NAMESPACE).open("TagSet");
    tags.forEach(
        (key, value) -> xml.open("Tag").text("Key", key).text("Value", value).close("Tag"));
    return Answer.xml(xml.close("TagSet").close("Tagging").toString());
  }

  private static Answer lifecycle(FakeBucket bucket) {
    int days = present(bucket.expiresAfterDays(), "NoSuchLifecycleConfiguration");
    Xml xml = new Xml().open("LifecycleConfiguration", NAMESPACE).open("Rule").text("ID", "expiry");
    xml.open("Filter").text("Prefix", "").close("Filter").text("Status", "Enabled");
    xml.open("Expiration").text("Days", days).close("Expiration").close("Rule");
    return Answer.xml(xml.close("LifecycleConfiguration").toString());
  }

  private static Answer location(FakeBucket bucket) {
    String region = bucket.region().equals("us-east-1") ? "" : bucket.region();
    Xml xml = new Xml().open("LocationConstraint", NAMESPACE);
    return Answer.xml(xml.toString() + region + "</LocationConstraint>");
  }

  private static <T> T present(@Nullable T configuration, String code) {
    if (configuration == null) {
      throw new AwsError(404, code, "The configuration does not exist");
    }
    return configuration;
  }
}
