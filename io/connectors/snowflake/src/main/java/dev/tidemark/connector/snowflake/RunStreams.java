// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import static dev.tidemark.authoring.Column.array;
import static dev.tidemark.authoring.Column.flag;
import static dev.tidemark.authoring.Column.integer;
import static dev.tidemark.authoring.Column.number;
import static dev.tidemark.authoring.Column.text;
import static dev.tidemark.authoring.Column.time;
import static dev.tidemark.connector.snowflake.SharedColumns.DATABASE;
import static dev.tidemark.connector.snowflake.SharedColumns.ENVIRONMENT;
import static dev.tidemark.connector.snowflake.SharedColumns.NAME;
import static dev.tidemark.connector.snowflake.SharedColumns.QUERY;
import static dev.tidemark.connector.snowflake.SharedColumns.SCHEMA;
import static dev.tidemark.connector.snowflake.SharedColumns.USER;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;

/**
 * Streams of what runs in the account and what it costs: tasks, loads, checks, warehouses, models.
 */
final class RunStreams {
  /** Runs of tasks. */
  static final ViewStream TASKS =
      new History(
          Described.history(
              "task_history",
              "Runs of tasks: outcome, duration, time to recover",
              StreamKind.UPSERT,
              List.of(View.TASK_HISTORY),
              MetricNames.RUN,
              MetricNames.RUN_DURATION,
              MetricNames.RECOVERY),
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
          Completion.ENVIRONMENT,
          new TaskEvents());

  /** Files loaded by pipes. */
  static final ViewStream COPIES =
      new History(
          Described.history(
              "copy_history",
              "Files loaded by pipes: outcome, time from arrival to load",
              StreamKind.UPSERT,
              List.of(View.COPY_HISTORY),
              MetricNames.RUN,
              MetricNames.RUN_DURATION),
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
          Completion.ENVIRONMENT,
          new CopyEvents());

  /** What warehouses cost. */
  static final ViewStream COSTS =
      new History(
          Described.history(
              "warehouse_metering_history",
              "Credits by warehouse and hour, and what of them nobody used",
              StreamKind.UPSERT,
              List.of(View.WAREHOUSE_METERING_HISTORY),
              MetricNames.COST),
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
  static final ViewStream CHECKS =
      new History(
          Described.history(
              "data_quality",
              "Expectations of data metric functions: met or violated (Enterprise edition)",
              StreamKind.APPEND,
              List.of(View.DATA_QUALITY_MONITORING_EXPECTATION_STATUS),
              MetricNames.CHECK,
              MetricNames.CHECK_LAST),
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
          Completion.OF_DATABASE,
          new CheckEvents());

  /** Use of the vendor's models. */
  static final ViewStream CORTEX =
      new History(
          Described.history(
              "cortex_usage",
              "Cortex AI functions: tokens and who uses them, where the account has them",
              StreamKind.UPSERT,
              List.of(View.CORTEX_AI_FUNCTIONS_USAGE_HISTORY),
              MetricNames.TOKENS,
              MetricNames.SEAT_ACTIVE),
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

  private RunStreams() {}
}
