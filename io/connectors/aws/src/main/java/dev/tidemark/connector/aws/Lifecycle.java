// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;

/** What becomes of a bucket's objects with time: the rules that are on. */
record Lifecycle(List<LifecycleRule> rules) {
  static Lifecycle of(Optional<GetBucketLifecycleConfigurationResponse> answer) {
    return new Lifecycle(
        answer.map(GetBucketLifecycleConfigurationResponse::rules).orElse(List.of()).stream()
            .filter(rule -> rule.status() == ExpirationStatus.ENABLED)
            .toList());
  }

  void write(ObjectNode record) {
    record.put("lifecycle_rules", rules.size());
    expiresAfter().ifPresent(days -> record.put("expires_after_days", days));
  }

  /** Days after which every object of the bucket goes. */
  private OptionalInt expiresAfter() {
    return rules.stream()
        .filter(Lifecycle::coversAll)
        .filter(rule -> rule.expiration() != null && rule.expiration().days() != null)
        .mapToInt(rule -> rule.expiration().days())
        .min();
  }

  /** Rules made before there were filters name a prefix; the service still shows them so. */
  @SuppressWarnings("deprecation")
  private static boolean coversAll(LifecycleRule rule) {
    LifecycleRuleFilter filter = rule.filter();
    boolean byPrefix = rule.prefix() != null && !rule.prefix().isEmpty();
    return !byPrefix && (filter == null || isEmpty(filter));
  }

  private static boolean isEmpty(LifecycleRuleFilter filter) {
    return (filter.prefix() == null || filter.prefix().isEmpty())
        && filter.tag() == null
        && filter.and() == null
        && filter.objectSizeGreaterThan() == null
        && filter.objectSizeLessThan() == null;
  }
}
