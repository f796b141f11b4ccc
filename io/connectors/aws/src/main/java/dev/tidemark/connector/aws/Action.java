// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import java.util.List;

/** What the connector asks for, each with the permission that allows it and what it feeds. */
enum Action {
  IDENTITY("sts:GetCallerIdentity"),
  LIST_BUCKETS("s3:ListAllMyBuckets", Metrics.ASSET_STATE, Metrics.ASSET_COUNT),
  BUCKET_LOCATION("s3:GetBucketLocation", Metrics.ASSET_STATE),
  BUCKET_ENCRYPTION("s3:GetEncryptionConfiguration", Metrics.ASSET_STATE),
  BUCKET_ACCESS_BLOCK("s3:GetBucketPublicAccessBlock", Metrics.EXPOSURE),
  BUCKET_POLICY("s3:GetBucketPolicyStatus", Metrics.EXPOSURE),
  BUCKET_ACL("s3:GetBucketAcl", Metrics.EXPOSURE),
  BUCKET_VERSIONING("s3:GetBucketVersioning", Metrics.ASSET_STATE),
  BUCKET_TAGS("s3:GetBucketTagging", Metrics.ASSET_STATE, Metrics.EXPOSURE),
  BUCKET_LIFECYCLE("s3:GetLifecycleConfiguration", Metrics.ASSET_STATE),
  LIST_OBJECTS("s3:ListBucket", Metrics.FRESHNESS_LAG),
  LIST_METRICS("cloudwatch:ListMetrics", Metrics.ASSET_SIZE, Metrics.ENDPOINT_SEEN),
  METRIC_DATA("cloudwatch:GetMetricData", Metrics.ASSET_SIZE, Metrics.ENDPOINT_SEEN),
  DATABASES("glue:GetDatabases", Metrics.ASSET_STATE),
  TABLES("glue:GetTables", Metrics.ASSET_STATE, Metrics.ASSET_COUNT),
  JOBS("glue:GetJobs", Metrics.LINEAGE, Metrics.RUN),
  JOB_RUNS("glue:GetJobRuns", Metrics.RUN, Metrics.RUN_DURATION, Metrics.RECOVERY),
  QUALITY_RESULTS("glue:ListDataQualityResults", Metrics.CHECK, Metrics.CHECK_LAST),
  QUALITY_RESULT("glue:GetDataQualityResult", Metrics.CHECK, Metrics.CHECK_LAST),
  ENDPOINTS("sagemaker:ListEndpoints", Metrics.ENDPOINT_SEEN),
  ENDPOINT("sagemaker:DescribeEndpoint", Metrics.ENDPOINT_SEEN, Metrics.MODEL_STATE),
  ENDPOINT_CONFIG("sagemaker:DescribeEndpointConfig", Metrics.ENDPOINT_SEEN, Metrics.MODEL_STATE),
  MODEL("sagemaker:DescribeModel", Metrics.ENDPOINT_SEEN, Metrics.MODEL_STATE),
  MONITORS("sagemaker:ListMonitoringSchedules", Metrics.MODEL_STATE),
  MONITOR("sagemaker:DescribeMonitoringSchedule", Metrics.MODEL_STATE),
  TAGS("sagemaker:ListTags", Metrics.ENDPOINT_SEEN, Metrics.MODEL_STATE),
  PACKAGES("sagemaker:ListModelPackages", Metrics.MODEL_STATE),
  PACKAGE("sagemaker:DescribeModelPackage", Metrics.MODEL_STATE),
  CARDS("sagemaker:ListModelCards", Metrics.MODEL_STATE),
  CARD("sagemaker:DescribeModelCard", Metrics.MODEL_STATE);

  private final String permission;
  private final String metrics;

  Action(String permission, String... metrics) {
    this.permission = permission;
    this.metrics = String.join(" ", metrics);
  }

  /** The action as policies name it. */
  String permission() {
    return permission;
  }

  /** What cannot be told without it. */
  List<String> metrics() {
    return metrics.isEmpty() ? List.of() : List.of(metrics.split(" "));
  }
}
