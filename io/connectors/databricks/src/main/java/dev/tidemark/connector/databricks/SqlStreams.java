// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import static dev.tidemark.authoring.Column.flag;
import static dev.tidemark.authoring.Column.integer;
import static dev.tidemark.authoring.Column.number;
import static dev.tidemark.authoring.Column.person;
import static dev.tidemark.authoring.Column.text;
import static dev.tidemark.authoring.Column.time;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;

/**
 * The streams that are statements on system tables. The vendor promises no time by which rows show;
 * what is declared here is what is waited for.
 */
final class SqlStreams {
  private static final Duration HOURLY = Duration.ofHours(1);
  private static final Duration LATENCY = Duration.ofHours(4);
  private static final Duration LOOKBACK = Duration.ofDays(1);
  private static final Duration BILLED = Duration.ofDays(1);
  private static final Duration CORRECTED = Duration.ofDays(3);

  static final SqlSnapshot TABLES =
      new SqlSnapshot(
          snapshot(
              "tables",
              "Tables and views, their owners, comments, tags, masks and shares",
              Duration.ZERO,
              List.of(MetricNames.ASSET_STATE, MetricNames.PROTECTION, MetricNames.EXPOSURE)),
          "tables",
          List.of(
              text("catalog_name", "its catalogue"),
              text("schema_name", "its schema"),
              text("table_name", "its name"),
              text("table_type", "what it is, in small letters"),
              flag("owned", "whether it has an owner"),
              flag("commented", "whether it has a comment"),
              time("created_micros", "when it was made"),
              integer("column_count", "how many columns it has"),
              integer("columns_described", "how many of them have a comment"),
              integer("sensitive_columns", "how many of them are tagged as sensitive"),
              integer("protected_columns", "how many of those a mask or row filter protects"),
              integer("own_class", "its own tag: 0 public, 1 internal, 2 sensitive, 3 regulated"),
              integer("strictest", "the same by the strictest tag of its columns"),
              flag("certified", "whether it is marked as certified"),
              flag("retention", "whether a tag says how long it is kept"),
              integer("shares", "how many shares it is part of")),
          List.of("catalog_name", "schema_name", "table_name"),
          new TableEvents());

  static final SqlSnapshot LINEAGE =
      new SqlSnapshot(
          snapshot(
              "lineage",
              "What tables were made from, and when each was last read and written",
              LATENCY,
              List.of(MetricNames.LINEAGE, MetricNames.ASSET_STATE)),
          "lineage",
          List.of(
              text("full_name", "catalogue, schema and name of the table"),
              text("catalog_name", "its catalogue"),
              text("table_type", "what it is, in small letters"),
              time("read_micros", "when it was last read"),
              time("write_micros", "when it was last written"),
              integer("upstream", "how many tables it was made from, in 90 days")),
          List.of("full_name"),
          new LineageEvents());

  static final SqlHistory READS =
      new SqlHistory(
          hourly("reads", "Reads of tables by hour", List.of(MetricNames.ASSET_READ)),
          "reads",
          List.of(
              text("catalog_name", "the catalogue the tables are in"),
              person("reader", "who read, as a hash"),
              text("reader_kind", "human or service"),
              integer("read_count", "how many reads there were")),
          List.of("catalog_name", "reader"),
          LOOKBACK,
          UseEvents::read);

  static final SqlHistory QUERIES =
      new SqlHistory(
          hourly("queries", "Statements by hour", List.of(MetricNames.QUERY)),
          "queries",
          List.of(
              person("executed_by", "who ran them, as a hash"),
              text("executed_by_kind", "human or service"),
              text("execution_status", "how they ended"),
              integer("statement_count", "how many there were")),
          List.of("execution_status", "executed_by"),
          LOOKBACK,
          UseEvents::queried);

  static final SqlHistory AUDIT =
      new SqlHistory(
          hourly(
              "audit",
              "Logins and changes of catalogued objects by hour",
              List.of(MetricNames.LOGIN, MetricNames.ACTIVE, MetricNames.OBJECT_CHANGE)),
          "audit",
          List.of(
              text("service_name", "the service that was used"),
              text("action_name", "what was done"),
              person("actor", "who did it, as a hash"),
              text("actor_kind", "human or service"),
              flag("succeeded", "whether it was done"),
              integer("event_count", "how often")),
          List.of("service_name", "action_name", "actor", "succeeded"),
          LOOKBACK,
          new AuditEvents());

  static final SqlHistory JOB_RUNS =
      new SqlHistory(
          history(
              "job_runs",
              "Runs of jobs, in slices of an hour",
              LATENCY,
              HOURLY,
              List.of(MetricNames.RUN, MetricNames.RUN_DURATION, MetricNames.RECOVERY)),
          "job_runs",
          List.of(
              text("workspace_id", "the workspace"),
              text("job_id", "the job, unique in its workspace"),
              text("run_id", "the run"),
              time("end_micros", "when the slice ended"),
              time("began_micros", "when the run began"),
              text("result_state", "how the run ended; only its last slice knows"),
              text("trigger_type", "what started it"),
              integer("run_duration_seconds", "how long it ran, where its last slice says so"),
              time("failing_micros", "the first failure this success ends")),
          List.of("workspace_id", "job_id", "run_id"),
          LOOKBACK,
          new RunEvents());

  static final SqlHistory QUALITY =
      new SqlHistory(
          history(
              "quality",
              "Scans of tables for freshness and completeness",
              LATENCY,
              HOURLY,
              List.of(MetricNames.CHECK, MetricNames.CHECK_LAST)),
          "quality",
          List.of(
              text("catalog_name", "the table's catalogue"),
              text("schema_name", "its schema"),
              text("table_name", "its name"),
              text("status", "what the scan found"),
              text("freshness", "whether the table is fresh"),
              text("completeness", "whether it is complete")),
          List.of("catalog_name", "schema_name", "table_name"),
          LOOKBACK,
          new QualityEvents());

  static final SqlHistory COSTS =
      new SqlHistory(
          history(
              "costs",
              "Usage at list prices by hour",
              BILLED,
              Duration.ofHours(6),
              List.of(MetricNames.COST)),
          "costs",
          List.of(
              text("product", "what it was paid for"),
              flag("allocated", "whether a tag says who pays"),
              text("currency", "the currency of the list price"),
              number("amount", "how much, retractions taken off")),
          List.of("product", "allocated", "currency"),
          CORRECTED,
          new CostEvents());

  static final SqlSnapshot ENDPOINT_USAGE =
      new SqlSnapshot(
          snapshot(
              "endpoint_usage",
              "Which serving endpoints have been asked, in 90 days",
              LATENCY,
              List.of(MetricNames.ENDPOINT_SEEN)),
          "endpoint_usage",
          List.of(
              text("endpoint_name", "its name"),
              integer("request_count", "how many requests there were"),
              integer("failure_count", "how many of them failed"),
              time("last_micros", "when the last one was")),
          List.of("endpoint_name"),
          EndpointEvents::used);

  private SqlStreams() {}

  private static StreamDescription snapshot(
      String name, String title, Duration latency, List<String> metrics) {
    return new StreamDescription(
        name, title, StreamKind.SNAPSHOT, HOURLY, latency, Precedence.NATIVE_PLATFORM, metrics);
  }

  private static StreamDescription hourly(String name, String title, List<String> metrics) {
    return history(name, title, LATENCY, HOURLY, metrics);
  }

  private static StreamDescription history(
      String name, String title, Duration latency, Duration interval, List<String> metrics) {
    return new StreamDescription(
        name, title, StreamKind.UPSERT, interval, latency, Precedence.NATIVE_PLATFORM, metrics);
  }
}
