// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.Request;
import dev.tidemark.testkit.fake.Trouble;
import java.util.Map;
import java.util.function.Predicate;

/** Which requests belong to which stream. */
final class Traffic {
  private static final Map<String, Predicate<Wire>> OWN =
      Map.ofEntries(
          Map.entry("s3_buckets", metrics("AWS/S3")),
          Map.entry("s3_objects", asking("ListObjectsV2", "")),
          Map.entry(
              "glue_tables",
              asking("GetTables", "\"" + MadeCatalog.DATABASE + "\"")
                  .and(wire -> !wire.body().contains("AttributesToGet"))),
          Map.entry("glue_jobs", asking("GetJobs", "")),
          Map.entry("glue_job_runs", asking("GetJobRuns", MadeCatalog.JOB)),
          Map.entry("glue_data_quality", asking("ListDataQualityResults", "Filter")),
          Map.entry("sagemaker_endpoints", asking("DescribeEndpoint", "made-")),
          Map.entry("sagemaker_invocations", metrics("AWS/SageMaker")),
          Map.entry("model_packages", asking("DescribeModelPackage", "made-")),
          Map.entry("model_cards", asking("DescribeModelCard", "made-")),
          Map.entry("redshift_tables", statement("svv_redshift_columns")),
          Map.entry("redshift_storage", statement("svv_table_info")),
          Map.entry("redshift_users", statement("svv_user_info")),
          Map.entry("redshift_queries", statement("sys_query_history")),
          Map.entry("redshift_reads", statement("sys_query_detail")),
          Map.entry("redshift_loads", statement("sys_load_history")),
          Map.entry("redshift_connections", statement("sys_connection_log")));

  private static final Map<String, String> LISTINGS =
      Map.of(
          "s3_buckets", "ListBuckets",
          "s3_objects", "ListBuckets",
          "glue_tables", "GetTables",
          "glue_jobs", "GetJobs",
          "sagemaker_endpoints", "ListEndpoints",
          "sagemaker_invocations", "ListEndpoints",
          "model_packages", "ListModelPackages",
          "model_cards", "ListModelCards");

  private Traffic() {}

  /** Requests only this stream is read by. */
  static Predicate<Request> own(String stream) {
    return on(OWN.getOrDefault(stream, wire -> false));
  }

  /** Requests whose answers hold the stream's records; others may ask the same. */
  static Predicate<Request> results(String stream) {
    return isSql(stream) ? on(asking("GetStatementResult", "")) : own(stream);
  }

  /** Requests for pages after the first of what a stream lists. */
  static Predicate<Request> laterPages(String stream) {
    String operation = isSql(stream) ? "GetStatementResult" : LISTINGS.getOrDefault(stream, "");
    return on(
        asking(operation, "")
            .and(
                wire ->
                    wire.body().contains("\"NextToken\"")
                        || wire.given("continuation-token").isPresent()));
  }

  static Predicate<Request> operation(String name) {
    return on(asking(name, ""));
  }

  static boolean isSql(String stream) {
    return stream.startsWith("redshift_");
  }

  /** The service answers by an error, in its own words. */
  static Trouble failing(int status, String code) {
    return (request, answer) -> {
      dev.tidemark.fake.aws.Answer error =
          Dialects.error(
              Wire.of(request).service(), new AwsError(status, code, "As the service words it."));
      return Answer.of(error.status(), error.type(), error.body().utf8());
    };
  }

  private static Predicate<Request> on(Predicate<Wire> wires) {
    return request -> wires.test(Wire.of(request));
  }

  private static Predicate<Wire> asking(String operation, String text) {
    return wire -> wire.operation().equals(operation) && wire.body().contains(text);
  }

  private static Predicate<Wire> metrics(String namespace) {
    return wire ->
        wire.operation().equals("ListMetrics")
            && wire.given("Namespace").map(namespace::equals).orElse(false);
  }

  private static Predicate<Wire> statement(String view) {
    return asking("ExecuteStatement", "FROM " + view);
  }
}
