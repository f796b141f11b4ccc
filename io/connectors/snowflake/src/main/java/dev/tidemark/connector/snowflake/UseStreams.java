// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import static dev.tidemark.authoring.Column.array;
import static dev.tidemark.authoring.Column.flag;
import static dev.tidemark.authoring.Column.integer;
import static dev.tidemark.authoring.Column.text;
import static dev.tidemark.authoring.Column.time;
import static dev.tidemark.connector.snowflake.SharedColumns.DATABASE;
import static dev.tidemark.connector.snowflake.SharedColumns.ENVIRONMENT;
import static dev.tidemark.connector.snowflake.SharedColumns.NAME;
import static dev.tidemark.connector.snowflake.SharedColumns.QUERY;
import static dev.tidemark.connector.snowflake.SharedColumns.SCHEMA;
import static dev.tidemark.connector.snowflake.SharedColumns.TYPE;
import static dev.tidemark.connector.snowflake.SharedColumns.USER;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;

/** Streams of how the account is used: statements, logins, reads and writes. */
final class UseStreams {
  /** Statements. */
  static final ViewStream QUERIES =
      new History(
          Described.history(
              "query_history",
              "Statements: use, failures, changes of objects, administrator roles in use",
              StreamKind.UPSERT,
              List.of(View.QUERY_HISTORY),
              MetricNames.QUERY,
              MetricNames.OBJECT_CHANGE,
              MetricNames.SCHEMA_CHANGE,
              MetricNames.USED),
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
          Completion.ENVIRONMENT,
          new QueryEvents());

  /** Logins. */
  static final ViewStream LOGINS =
      new History(
          Described.history(
              "login_history",
              "Logins: who is active, with which factors",
              StreamKind.APPEND,
              List.of(View.LOGIN_HISTORY),
              MetricNames.LOGIN,
              MetricNames.ACTIVE),
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
  static final ViewStream ACCESS =
      new History(
          Described.history(
              "access_history",
              "Reads: which tables and views are read, and by whom (Enterprise edition)",
              StreamKind.APPEND,
              List.of(View.ACCESS_HISTORY),
              MetricNames.ASSET_READ,
              MetricNames.ASSET_STATE),
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
  static final ViewStream ACCESS_LINEAGE =
      new History(
          Described.history(
              "access_lineage",
              "Writes: which tables are made from which others (Enterprise edition)",
              StreamKind.APPEND,
              List.of(View.ACCESS_HISTORY),
              MetricNames.LINEAGE),
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
  static final ViewStream WRITES =
      new History(
          Described.history(
              "table_dml_history",
              "Rows added, removed and updated, by table and hour",
              StreamKind.UPSERT,
              List.of(View.TABLE_DML_HISTORY),
              MetricNames.ASSET_WRITE,
              MetricNames.ASSET_STATE),
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
          Completion.OF_DATABASE,
          new WriteEvents());

  private UseStreams() {}
}
