// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.window.Attributes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a record of the stream {@code s3_buckets} says in standard metrics. */
final class BucketEvents {
  private BucketEvents() {}

  static void normalise(Facts record, Emitter emitter) {
    String bucket = record.text("bucket");
    Subject subject = new Subject("bucket", "s3://" + bucket);
    emitter.state(MetricNames.ASSET_STATE, subject, facts(record));
    Map<String, String> exposure = exposure(record);
    if (!exposure.isEmpty()) {
      emitter.state(MetricNames.EXPOSURE, subject, exposure);
    }
    record
        .findCount("bytes")
        .ifPresent(
            bytes ->
                emitter
                    .at(record.instant("measured_at"))
                    .gauge(
                        MetricNames.ASSET_SIZE,
                        (double) bytes,
                        subject,
                        Attributes.of(Map.of("asset.kind", "bucket", "database", bucket))));
  }

  private static Map<String, String> facts(Facts record) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("asset.kind", "bucket");
    facts.put("region", record.text("region"));
    record.findFlag("owner_present").ifPresent(it -> facts.put("owner.present", it.toString()));
    record.findFlag("described").ifPresent(it -> facts.put("described", it.toString()));
    record.findText("class").ifPresent(it -> facts.put("class", it));
    record.findText("changed_day").ifPresent(it -> facts.put("write.day", it));
    record
        .findCount("lifecycle_rules")
        .ifPresent(rules -> facts.put("retention", retention(record)));
    record.findText("encryption").ifPresent(it -> facts.put("encryption", it));
    record.findText("versioning").ifPresent(it -> facts.put("versioning", it));
    record.findCount("bytes").ifPresent(it -> facts.put("size.bytes", Long.toString(it)));
    record.findCount("objects").ifPresent(it -> facts.put("objects", Long.toString(it)));
    return facts;
  }

  /** Whether objects go by themselves; that the time is right for their class nobody says. */
  private static String retention(Facts record) {
    return record.findCount("expires_after_days").isPresent() ? "other" : "none";
  }

  private static Map<String, String> exposure(Facts record) {
    Map<String, String> facts = new TreeMap<>();
    reach(record).ifPresent(reach -> facts.put("exposure", reach));
    record
        .findFlag("exposure_approved")
        .ifPresent(approved -> facts.put("exposure.approved", approved.toString()));
    return facts;
  }

  /** Public by policy or by access list, where no switch takes that back; empty if not known. */
  private static Optional<String> reach(Facts record) {
    if (record.texts("denied").contains(Action.BUCKET_ACCESS_BLOCK.permission())) {
      return Optional.empty();
    }
    Optional<Boolean> policy = open(record, "policy_public", "restrict_public_buckets");
    Optional<Boolean> list = open(record, "acl_public", "ignore_public_acls");
    if (policy.orElse(false) || list.orElse(false)) {
      return Optional.of("public");
    }
    return policy.isPresent() && list.isPresent() ? Optional.of("private") : Optional.empty();
  }

  private static Optional<Boolean> open(Facts record, String by, String takenBackBy) {
    boolean takenBack =
        record.findObject("public_access_block").map(it -> it.flag(takenBackBy)).orElse(false);
    return record.findFlag(by).map(open -> open && !takenBack);
  }
}
