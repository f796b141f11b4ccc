// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import java.time.Instant;

/** Rows of the warehouse's system views made to order. */
final class MadeRows {
  private static final String SCHEMA = "made";
  private static final String ABROAD = "999999999999";

  private MadeRows() {}

  static Script tables() {
    return new Script(
        MadeRows::addTable,
        (world, number, at) ->
            run(
                world,
                "UPDATE svv_redshift_tables SET remarks = ' ' WHERE table_name = 't%d'",
                number),
        (world, number, at) ->
            run(world, "DELETE FROM svv_redshift_tables WHERE table_name = 't%d'", number));
  }

  static Script storage() {
    return Script.of(
        MadeRows::addStored,
        (world, number, at) ->
            run(world, "UPDATE svv_table_info SET size = size + 1 WHERE table_id = %d", number));
  }

  static Script users() {
    return new Script(
        MadeRows::addUser,
        (world, number, at) ->
            run(world, "UPDATE svv_user_info SET superuser = TRUE WHERE user_id = %d", number),
        (world, number, at) -> run(world, "DELETE FROM svv_user_info WHERE user_id = %d", number));
  }

  /** Somebody who has run a statement runs another one. */
  static Script queries() {
    return Script.of(
        (world, number, at) -> {
          addUser(world, number, at);
          addQuery(world, number, at);
        },
        MadeRows::addQuery);
  }

  static Script reads() {
    return Script.of(
        (world, number, at) -> {
          addUser(world, number, at);
          addStored(world, number, at);
          addScan(world, number, number, at);
        },
        (world, number, at) -> addScan(world, number, number + 1_000_000, at));
  }

  static Script loads() {
    return Script.of(
        MadeRows::addLoad,
        (world, number, at) ->
            run(
                world,
                "UPDATE sys_load_history SET loaded_rows = loaded_rows + 1 WHERE query_id = %d",
                number));
  }

  static Script logins() {
    return Script.of(MadeRows::addLogin, MadeRows::addLogin);
  }

  private static FakeWarehouse warehouse(World world) {
    return world.warehouse(
        Tidewater.REGION, TidewaterWarehouse.WORKGROUP, TidewaterWarehouse.DATABASE);
  }

  private static void run(World world, String sql, long number) {
    warehouse(world).run(sql.formatted(number));
  }

  private static void addUser(World world, long number, Instant at) {
    warehouse(world)
        .add(
            "svv_user_info",
            "user_name",
            user(number),
            "user_id",
            number,
            "createdb",
            false,
            "superuser",
            false);
  }

  private static String user(long number) {
    return "made_" + number;
  }

  private static void addTable(World world, long number, Instant at) {
    addUser(world, number, at);
    String table = "t" + number;
    String database = TidewaterWarehouse.DATABASE;
    warehouse(world)
        .add(
            "svv_redshift_tables",
            "database_name",
            database,
            "schema_name",
            SCHEMA,
            "table_name",
            table,
            "table_type",
            "TABLE",
            "remarks",
            "Made up.",
            "table_owner",
            user(number))
        .add(
            "svv_redshift_columns",
            "database_name",
            database,
            "schema_name",
            SCHEMA,
            "table_name",
            table,
            "column_name",
            "id",
            "remarks",
            "Which one.")
        .add(
            "svv_datashare_objects",
            "share_type",
            "OUTBOUND",
            "share_name",
            table,
            "object_name",
            SCHEMA + "." + table)
        .add("svv_datashare_consumers", "share_name", table, "consumer_account", ABROAD);
  }

  private static void addStored(World world, long number, Instant at) {
    warehouse(world)
        .add(
            "svv_table_info",
            "database",
            TidewaterWarehouse.DATABASE,
            "schema",
            SCHEMA,
            "table_id",
            number,
            "table",
            "t" + number,
            "tbl_rows",
            3L,
            "size",
            1L);
  }

  private static void addQuery(World world, long number, Instant at) {
    warehouse(world)
        .add(
            "sys_query_history",
            "user_id",
            number,
            "query_id",
            number,
            "database_name",
            TidewaterWarehouse.DATABASE,
            "query_type",
            "SELECT",
            "status",
            "success",
            "start_time",
            at,
            "end_time",
            at,
            "query_text",
            "select 1");
  }

  private static void addScan(World world, long number, long query, Instant at) {
    warehouse(world)
        .add(
            "sys_query_detail",
            "user_id",
            number,
            "query_id",
            query,
            "step_name",
            "scan",
            "table_id",
            number,
            "start_time",
            at,
            "end_time",
            at);
  }

  /** A failure and the load that makes good for it take turns. */
  private static void addLoad(World world, long number, Instant at) {
    boolean failed = number % 2 == 0;
    warehouse(world)
        .add(
            "sys_load_history",
            "query_id",
            number,
            "database_name",
            TidewaterWarehouse.DATABASE,
            "status",
            failed ? "aborted" : "completed",
            "table_name",
            "t" + number / 2,
            "start_time",
            at,
            "end_time",
            at.plusMillis(failed ? 1 : 2),
            "loaded_rows",
            3L,
            "error_count",
            0L);
  }

  private static void addLogin(World world, long number, Instant at) {
    warehouse(world)
        .add(
            "sys_connection_log",
            "event",
            "authenticated",
            "record_time",
            at,
            "database_name",
            TidewaterWarehouse.DATABASE,
            "user_name",
            user(number),
            "auth_method",
            "password",
            "plugin_name",
            "");
  }
}
