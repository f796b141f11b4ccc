// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import static dev.tidemark.connector.snowflake.Column.array;
import static dev.tidemark.connector.snowflake.Column.flag;
import static dev.tidemark.connector.snowflake.Column.integer;
import static dev.tidemark.connector.snowflake.Column.number;
import static dev.tidemark.connector.snowflake.Column.person;
import static dev.tidemark.connector.snowflake.Column.text;
import static dev.tidemark.connector.snowflake.Column.time;

import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;

/** Streams of what happens: queries, logins, reads, writes, runs, checks, costs. */
final class HistoryStreams {
  private static final Column QUERY = text("query_id", "identifier of the statement");
  private static final Column USER = person("user_name", "who did it, as a hash");
  private static final Column TYPE = text("user_type", "PERSON, SERVICE or the like");
  private static final Column DATABASE = text("database_name", "name of the database");
  private static final Column SCHEMA = text("schema_name", "name of the schema");
  private static final Column NAME = text("name", "name within the schema");
  private static final Column ENVIRONMENT =
      text("environment", "production or other, by the option production-databases");

  /** Statements. */
  static final SourceStream QUERIES =
      new History(
          Described.history(
              "query_history",
              "Statements: use, failures, changes of objects, administrator roles in use",
              StreamKind.UPSERT,
              List.of(View.QUERY_HISTORY),
              Metrics.QUERY,
              Metrics.OBJECT_CHANGE,
              Metrics.SCHEMA_CHANGE,
              Metrics.USED),
          List.of(View.QUERY_HISTORY),
          List.of(
              QUERY,
              time("start_time", "when it began"),
              time("end_time", "when it ended"),
              text("query_type", "such as SELECT or CREATE_TABLE"),
              DATABASE,
              USER,
              TYPE,
              text("role_name", "role it ran with"),
              text("execution_status", "SUCCESS, FAIL or INCIDENT"),
              text("query_tag", "what its session called it"),
              flag("client_generated", "whether a client made it by itself"),
              integer("elapsed_millis", "how long it took"),
              integer("bytes_scanned", "bytes it read"),
              integer("rows_produced", "rows it returned"),
              ENVIRONMENT),
          "query_history",
          "end_time",
          List.of("query_id"),
          Duration.ofMinutes(105),
          HistoryStreams::environment,
          new QueryEvents());

  /** Logins. */
  static final SourceStream LOGINS =
      new History(
          Described.history(
              "login_history",
              "Logins: who is active, with which factors",
              StreamKind.APPEND,
              List.of(View.LOGIN_HISTORY),
              Metrics.LOGIN,
              Metrics.ACTIVE),
          List.of(View.LOGIN_HISTORY),
          List.of(
              integer("event_id", "identifier of the event"),
              time("event_timestamp", "when it happened"),
              text("event_type", "LOGIN"),
              USER,
              TYPE,
              text("client_type", "such as SNOWFLAKE_UI or JDBC_DRIVER"),
              text("first_factor", "how the user was authenticated"),
              text("second_factor", "the second factor, if any"),
              flag("succeeded", "whether it was let in")),
          "login_history",
          "event_timestamp",
          List.of("event_id"),
          Duration.ofHours(4),
          Completion.NONE,
          new LoginEvents());

  /** Reads. */
  static final SourceStream ACCESS =
      new History(
          Described.history(
              "access_history",
              "Reads: which tables and views are read, and by whom (Enterprise edition)",
              StreamKind.APPEND,
              List.of(View.ACCESS_HISTORY),
              Metrics.ASSET_READ,
              Metrics.ASSET_STATE),
          List.of(View.ACCESS_HISTORY),
          List.of(
              QUERY,
              time("query_start_time", "when the statement began"),
              USER,
              TYPE,
              array("base_objects_accessed", "objects the rows came from"),
              array("direct_objects_accessed", "objects the statement names")),
          "access_history",
          "query_start_time",
          List.of("query_id"),
          Duration.ofHours(12),
          Completion.NONE,
          new AccessEvents());

  /** Lineage of what is written. */
  static final SourceStream ACCESS_LINEAGE =
      new History(
          Described.history(
              "access_lineage",
              "Writes: which tables are made from which others (Enterprise edition)",
              StreamKind.APPEND,
              List.of(View.ACCESS_HISTORY),
              Metrics.LINEAGE),
          List.of(View.ACCESS_HISTORY),
          List.of(
              QUERY,
              time("query_start_time", "when the statement began"),
              array("objects_modified", "objects it wrote, with the sources of their columns")),
          "access_lineage",
          "query_start_time",
          List.of("query_id"),
          Duration.ofHours(12),
          Completion.NONE,
          new LineageEvents());

  /** Rows written. */
  static final SourceStream WRITES =
      new History(
          Described.history(
              "table_dml_history",
              "Rows added, removed and updated, by table and hour",
              StreamKind.UPSERT,
              List.of(View.TABLE_DML_HISTORY),
              Metrics.ASSET_WRITE,
              Metrics.ASSET_STATE),
          List.of(View.TABLE_DML_HISTORY),
          List.of(
              integer("table_id", "number of the table in the account"),
              time("start_time", "begin of the hour"),
              time("end_time", "end of the hour"),
              DATABASE,
              SCHEMA,
              NAME,
              integer("rows_added", "rows added"),
              integer("rows_removed", "rows removed"),
              integer("rows_updated", "rows updated")),
          "table_dml_history",
          "end_time",
          List.of("table_id"),
          Duration.ofHours(13),
          (record, scope) -> scope.wants(record, "database_name"),
          new WriteEvents());

  /** Runs of tasks. */
  static final SourceStream TASKS =
      new History(
          Described.history(
              "task_history",
              "Runs of tasks: outcome, duration, time to recover",
              StreamKind.UPSERT,
              List.of(View.TASK_HISTORY),
              Metrics.RUN,
              Metrics.RUN_DURATION,
              Metrics.RECOVERY),
          List.of(View.TASK_HISTORY),
          List.of(
              integer("run_id", "when the root task was to start, in milliseconds"),
              integer("attempt_number", "how often the run was tried; the last attempt counts"),
              DATABASE,
              SCHEMA,
              NAME,
              time("scheduled_time", "when it was to start"),
              time("query_start_time", "when it started"),
              time("completed_time", "when it ended"),
              text("state", "SUCCEEDED, FAILED, CANCELLED or SKIPPED"),
              time("failing_since", "first failure since the last success, up to 7 days back"),
              ENVIRONMENT),
          "task_history",
          "completed_time",
          List.of("database_name", "schema_name", "name", "run_id", "attempt_number"),
          Duration.ofMinutes(105),
          HistoryStreams::environment,
          new TaskEvents());

  /** Files loaded by pipes. */
  static final SourceStream COPIES =
      new History(
          Described.history(
              "copy_history",
              "Files loaded by pipes: outcome, time from arrival to load",
              StreamKind.UPSERT,
              List.of(View.COPY_HISTORY),
              Metrics.RUN,
              Metrics.RUN_DURATION),
          List.of(View.COPY_HISTORY),
          List.of(
              integer("table_id", "number of the table loaded into"),
              text("file_name", "the file"),
              text("stage_location", "the stage it lay in"),
              time("last_load_time", "when the load ended"),
              time("pipe_received_time", "when the pipe was told of the file"),
              DATABASE,
              SCHEMA,
              text("pipe_name", "the pipe; null for COPY statements, which count as queries"),
              text("status", "Loaded, Load failed or Partially loaded"),
              integer("row_count", "rows loaded"),
              integer("error_count", "rows that were not"),
              ENVIRONMENT),
          "copy_history",
          "last_load_time",
          List.of("table_id", "stage_location", "file_name"),
          Duration.ofDays(2),
          HistoryStreams::environment,
          new CopyEvents());

  /** What warehouses cost. */
  static final SourceStream COSTS =
      new History(
          Described.history(
              "warehouse_metering_history",
              "Credits by warehouse and hour, and what of them nobody used",
              StreamKind.UPSERT,
              List.of(View.WAREHOUSE_METERING_HISTORY),
              Metrics.COST),
          List.of(View.WAREHOUSE_METERING_HISTORY),
          List.of(
              integer("warehouse_id", "number of the warehouse"),
              text("warehouse_name", "its name"),
              time("start_time", "begin of the hour"),
              time("end_time", "end of the hour"),
              number("credits_used", "credits in all"),
              number("credits_used_compute", "credits for running"),
              number("credits_used_cloud_services", "credits for services"),
              number("credits_attributed", "credits for running that queries account for"),
              text("cost_tag", "the tag that says who pays, if there is one"),
              flag("allocated", "whether one of the option cost-tags is set on it"),
              number("credit_price", "US dollars a credit costs, by the option")),
          "warehouse_metering_history",
          "end_time",
          List.of("warehouse_id"),
          Duration.ofHours(13),
          new CostCompletion(),
          new CostEvents());

  /** Checks of data. */
  static final SourceStream CHECKS =
      new History(
          Described.history(
              "data_quality",
              "Expectations of data metric functions: met or violated (Enterprise edition)",
              StreamKind.APPEND,
              List.of(View.DATA_QUALITY_MONITORING_EXPECTATION_STATUS),
              Metrics.CHECK,
              Metrics.LAST_CHECK),
          List.of(View.DATA_QUALITY_MONITORING_EXPECTATION_STATUS),
          List.of(
              text("reference_id", "identifier of the function on the table"),
              text("expectation_id", "identifier of the expectation"),
              time("measurement_time", "when it was evaluated"),
              DATABASE,
              SCHEMA,
              NAME,
              text("metric_name", "the function"),
              text("metric_database", "its database; SNOWFLAKE for the vendor's own"),
              flag("violated", "whether the expectation was not met; null if it failed to run")),
          "data_quality",
          "measurement_time",
          List.of("reference_id", "expectation_id"),
          Duration.ofHours(3),
          (record, scope) -> scope.wants(record, "database_name"),
          new CheckEvents());

  /** Use of the vendor's models. */
  static final SourceStream CORTEX =
      new History(
          Described.history(
              "cortex_usage",
              "Cortex AI functions: tokens and who uses them, where the account has them",
              StreamKind.UPSERT,
              List.of(View.CORTEX_AI_FUNCTIONS_USAGE_HISTORY),
              Metrics.TOKENS,
              Metrics.SEAT_ACTIVE),
          List.of(View.CORTEX_AI_FUNCTIONS_USAGE_HISTORY),
          List.of(
              QUERY,
              text("function_name", "the function called"),
              text("model_name", "the model; empty where none was named"),
              time("start_time", "begin of the hour"),
              time("end_time", "end of the hour"),
              USER,
              array("metrics", "tokens and pages by kind"),
              number("credits", "credits billed")),
          "cortex_usage",
          "end_time",
          List.of("query_id", "function_name", "model_name"),
          Duration.ofHours(3),
          Completion.NONE,
          new CortexEvents());

  private HistoryStreams() {}

  private static boolean environment(
      com.fasterxml.jackson.databind.node.ObjectNode record, Scope scope) {
    scope.environment(record, "database_name");
    return true;
  }
}
