// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.MetricNames;
import java.util.List;

/** What the connector asks for, each with the permission that allows it and what it feeds. */
enum Action {
  IDENTITY("sts:GetCallerIdentity"),
  LIST_BUCKETS("s3:ListAllMyBuckets", MetricNames.ASSET_STATE, MetricNames.ASSET_COUNT),
  BUCKET_LOCATION("s3:GetBucketLocation", MetricNames.ASSET_STATE),
  BUCKET_ENCRYPTION("s3:GetEncryptionConfiguration", MetricNames.ASSET_STATE),
  BUCKET_ACCESS_BLOCK("s3:GetBucketPublicAccessBlock", MetricNames.EXPOSURE),
  BUCKET_POLICY("s3:GetBucketPolicyStatus", MetricNames.EXPOSURE),
  BUCKET_ACL("s3:GetBucketAcl", MetricNames.EXPOSURE),
  BUCKET_VERSIONING("s3:GetBucketVersioning", MetricNames.ASSET_STATE),
  BUCKET_TAGS("s3:GetBucketTagging", MetricNames.ASSET_STATE, MetricNames.EXPOSURE),
  BUCKET_LIFECYCLE("s3:GetLifecycleConfiguration", MetricNames.ASSET_STATE),
  LIST_OBJECTS("s3:ListBucket", MetricNames.FRESHNESS_LAG),
  INVENTORY("s3:GetInventoryConfiguration", MetricNames.FRESHNESS_LAG),
  INVENTORY_FILES("s3:GetObject", MetricNames.FRESHNESS_LAG),
  RECEIVE_EVENTS("sqs:ReceiveMessage"),
  DELETE_EVENTS("sqs:DeleteMessage"),
  LIST_METRICS("cloudwatch:ListMetrics", MetricNames.ASSET_SIZE, MetricNames.ENDPOINT_SEEN),
  METRIC_DATA("cloudwatch:GetMetricData", MetricNames.ASSET_SIZE, MetricNames.ENDPOINT_SEEN),
  DATABASES("glue:GetDatabases", MetricNames.ASSET_STATE),
  TABLES("glue:GetTables", MetricNames.ASSET_STATE, MetricNames.ASSET_COUNT),
  JOBS("glue:GetJobs", MetricNames.LINEAGE, MetricNames.RUN),
  JOB_RUNS("glue:GetJobRuns", MetricNames.RUN, MetricNames.RUN_DURATION, MetricNames.RECOVERY),
  QUALITY_RESULTS("glue:ListDataQualityResults", MetricNames.CHECK, MetricNames.CHECK_LAST),
  QUALITY_RESULT("glue:GetDataQualityResult", MetricNames.CHECK, MetricNames.CHECK_LAST),
  ENDPOINTS("sagemaker:ListEndpoints", MetricNames.ENDPOINT_SEEN),
  ENDPOINT("sagemaker:DescribeEndpoint", MetricNames.ENDPOINT_SEEN, MetricNames.MODEL_STATE),
  ENDPOINT_CONFIG(
      "sagemaker:DescribeEndpointConfig", MetricNames.ENDPOINT_SEEN, MetricNames.MODEL_STATE),
  MODEL("sagemaker:DescribeModel", MetricNames.ENDPOINT_SEEN, MetricNames.MODEL_STATE),
  MONITORS("sagemaker:ListMonitoringSchedules", MetricNames.MODEL_STATE),
  MONITOR("sagemaker:DescribeMonitoringSchedule", MetricNames.MODEL_STATE),
  TAGS("sagemaker:ListTags", MetricNames.ENDPOINT_SEEN, MetricNames.MODEL_STATE),
  PACKAGES("sagemaker:ListModelPackages", MetricNames.MODEL_STATE),
  PACKAGE("sagemaker:DescribeModelPackage", MetricNames.MODEL_STATE),
  CARDS("sagemaker:ListModelCards", MetricNames.MODEL_STATE),
  CARD("sagemaker:DescribeModelCard", MetricNames.MODEL_STATE),
  STATEMENT(
      "redshift-data:ExecuteStatement",
      MetricNames.ASSET_STATE,
      MetricNames.ASSET_COUNT,
      MetricNames.ASSET_SIZE,
      MetricNames.QUERY,
      MetricNames.RUN,
      MetricNames.LOGIN,
      MetricNames.ENTITLED),
  STATEMENT_STATE("redshift-data:DescribeStatement", MetricNames.QUERY),
  STATEMENT_RESULT("redshift-data:GetStatementResult", MetricNames.QUERY),
  STATEMENT_CANCEL("redshift-data:CancelStatement"),
  FIND_CLUSTER("redshift:DescribeClusters", MetricNames.QUERY),
  FIND_WORKGROUP("redshift-serverless:GetWorkgroup", MetricNames.QUERY),
  /** The Data API asks for these as well, in the name of who orders a statement. */
  LOGIN_TO_CLUSTER("redshift:GetClusterCredentialsWithIAM"),
  LOGIN_TO_CLUSTER_AS("redshift:GetClusterCredentials"),
  LOGIN_TO_WORKGROUP("redshift-serverless:GetCredentials"),
  LOGIN_BY_SECRET("secretsmanager:GetSecretValue");

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
