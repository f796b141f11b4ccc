// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import static dev.tidemark.authoring.Column.flag;
import static dev.tidemark.authoring.Column.integer;
import static dev.tidemark.authoring.Column.person;
import static dev.tidemark.authoring.Column.text;
import static dev.tidemark.authoring.Column.time;
import static dev.tidemark.connector.snowflake.SharedColumns.DATABASE;
import static dev.tidemark.connector.snowflake.SharedColumns.SCHEMA;

import dev.tidemark.authoring.Column;
import dev.tidemark.authoring.MetricNames;
import java.util.List;

/** Streams of what there is: tables, tags, storage, dependencies, shares, users. */
final class ObjectStreams {
  private static final Column NAME = text("name", "name of the table or view");
  private static final Column KIND = text("kind", "such as BASE TABLE or VIEW");
  private static final Column TABLE = integer("table_id", "number of the table in the account");
  private static final Column AT = time("at", "time of the reading");

  /** Tables and views. */
  static final ViewStream TABLES =
      new Snapshot(
          Described.snapshot(
              "tables",
              "Tables and views: owner, comments of table and columns, size",
              List.of(View.TABLES, View.COLUMNS),
              MetricNames.ASSET_STATE),
          List.of(View.TABLES),
          List.of(
              TABLE,
              DATABASE,
              SCHEMA,
              NAME,
              KIND,
              text("owner_role", "role that owns it"),
              integer("row_count", "rows; null for views"),
              integer("bytes", "bytes a scan reads; null for views"),
              text("comment", "its comment"),
              time("created", "when it was made"),
              time("last_altered", "when it was last changed, in data or shape"),
              time("last_ddl", "when its shape last changed"),
              integer("time_travel_days", "days old versions are kept"),
              flag("is_dynamic", "whether it is a dynamic table"),
              flag("is_iceberg", "whether it is an Iceberg table"),
              flag("is_hybrid", "whether it is a hybrid table"),
              integer("column_count", "how many columns it has"),
              integer("columns_described", "how many of them have a comment"),
              AT),
          "tables",
          "table_id",
          Completion.OF_DATABASE,
          new TableEvents());

  /** Columns that need protection, by table. */
  static final ViewStream COLUMNS =
      new Snapshot(
          Described.snapshot(
              "columns",
              "Sensitive columns by table, and how many of them a policy protects",
              List.of(View.TAG_REFERENCES, View.POLICY_REFERENCES),
              MetricNames.PROTECTION),
          List.of(View.TAG_REFERENCES, View.POLICY_REFERENCES),
          List.of(
              TABLE,
              DATABASE,
              SCHEMA,
              NAME,
              integer("sensitive_columns", "columns a class tag calls sensitive"),
              integer("protected_columns", "how many of them have a policy"),
              AT),
          "columns",
          "table_id",
          Completion.OF_DATABASE,
          (record, context, emitter) ->
              emitter.ratio(
                  MetricNames.PROTECTION,
                  (double) record.count("protected_columns"),
                  (double) record.count("sensitive_columns"),
                  null,
                  People.attributes()));

  /** Classes and certificates by tag. */
  static final ViewStream TAGS =
      new Snapshot(
          Described.snapshot(
              "tag_references",
              "Tags of tables, their columns, schemas and databases: class, certified",
              List.of(View.TABLES, View.TAG_REFERENCES),
              MetricNames.ASSET_STATE),
          List.of(View.TABLES, View.TAG_REFERENCES),
          List.of(
              TABLE,
              DATABASE,
              SCHEMA,
              NAME,
              KIND,
              text("tags", "tags of the table and its columns as name=value, ~|~ between"),
              text("schema_tags", "tags of its schema, likewise"),
              text("database_tags", "tags of its database, likewise"),
              text("class", "the most sensitive class among them; none without one"),
              flag("certified", "whether somebody vouches for it"),
              AT),
          "tag_references",
          "table_id",
          new TagCompletion(),
          new TagEvents());

  /** Bytes by database. */
  static final ViewStream STORAGE =
      new Snapshot(
          Described.snapshot(
              "table_storage_metrics",
              "Storage by database: active, time travel, fail-safe, kept for clones, dropped",
              List.of(View.TABLE_STORAGE_METRICS),
              MetricNames.ASSET_SIZE),
          List.of(View.TABLE_STORAGE_METRICS),
          List.of(
              integer("database_id", "number of the database"),
              DATABASE,
              integer("active_bytes", "bytes of the tables that are there"),
              integer("time_travel_bytes", "bytes of old versions"),
              integer("failsafe_bytes", "bytes kept for recovery by the vendor"),
              integer("clone_bytes", "bytes kept because a clone refers to them"),
              integer("dropped_bytes", "bytes still billed for dropped tables"),
              AT),
          "table_storage_metrics",
          "database_id",
          Completion.OF_DATABASE,
          (record, context, emitter) ->
              emitter.gauge(
                  MetricNames.ASSET_SIZE,
                  (double) record.count("active_bytes"),
                  null,
                  People.attributes(
                      "asset.kind", "table", "database", record.text("database_name"))));

  /** What views are made from. */
  static final ViewStream DEPENDENCIES =
      new Snapshot(
          Described.snapshot(
              "object_dependencies",
              "Views and what they are made from",
              List.of(View.OBJECT_DEPENDENCIES),
              MetricNames.LINEAGE),
          List.of(View.OBJECT_DEPENDENCIES),
          List.of(
              integer("object_id", "number of the view in the account"),
              DATABASE,
              SCHEMA,
              NAME,
              text("kind", "such as VIEW or MATERIALIZED VIEW"),
              integer("upstream", "how many objects it refers to"),
              AT),
          "object_dependencies",
          "object_id",
          Completion.OF_DATABASE,
          new DependencyEvents());

  /** What other accounts can see. */
  static final ViewStream SHARES =
      new Snapshot(
          Described.snapshot(
              "grants_to_shares",
              "Tables and views other accounts can read through a share",
              List.of(View.TABLES, View.GRANTS_TO_SHARES),
              MetricNames.EXPOSURE),
          List.of(View.TABLES, View.GRANTS_TO_SHARES),
          List.of(TABLE, DATABASE, SCHEMA, NAME, KIND, integer("shares", "shares it is in"), AT),
          "grants_to_shares",
          "table_id",
          Completion.OF_DATABASE,
          new ShareEvents());

  /** Who may come in, and with which power. */
  static final ViewStream USERS =
      new Snapshot(
          Described.snapshot(
              "users",
              "Users: who may log in, and the administrator roles they hold",
              List.of(View.USERS, View.GRANTS_TO_USERS),
              MetricNames.ENTITLED,
              MetricNames.PRIVILEGED),
          List.of(View.USERS),
          List.of(
              integer("user_id", "number of the user"),
              person("user_name", "the user, as a hash"),
              text("user_type", "PERSON, SERVICE or the like; null means a person"),
              flag("disabled", "whether the user may not log in"),
              flag("has_mfa", "whether a second factor is enrolled"),
              time("last_success_login", "when the user last logged in"),
              time("expires_at", "when the user can no longer log in"),
              text("privileged_roles", "administrator roles held, commas between"),
              AT),
          "users",
          "user_id",
          Completion.NONE,
          new UserEvents());

  private ObjectStreams() {}
}
