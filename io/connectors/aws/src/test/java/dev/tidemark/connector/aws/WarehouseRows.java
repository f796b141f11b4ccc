// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.fake.aws.FakeWarehouse;
import java.time.Duration;
import java.time.Instant;

/** Rows for the system views of a database called prod. */
record WarehouseRows(FakeWarehouse warehouse, Instant now) {
  void table(String name, String type, String remark, String owner, String... comments) {
    warehouse.add(
        "svv_redshift_tables",
        "database_name",
        "prod",
        "schema_name",
        "sales",
        "table_name",
        name,
        "table_type",
        type,
        "remarks",
        remark,
        "table_owner",
        owner);
    for (String comment : comments) {
      warehouse.add(
          "svv_redshift_columns",
          "database_name",
          "prod",
          "schema_name",
          "sales",
          "table_name",
          name,
          "remarks",
          comment);
    }
  }

  void share(String share, String table, String account) {
    warehouse
        .add(
            "svv_datashare_objects",
            "share_type",
            "OUTBOUND",
            "share_name",
            share,
            "object_name",
            table)
        .add("svv_datashare_consumers", "share_name", share, "consumer_account", account);
  }

  void stored(int id, String table, int rows, long megabytes) {
    warehouse.add(
        "svv_table_info",
        "database",
        "prod",
        "schema",
        "sales",
        "table_id",
        id,
        "table",
        table,
        "tbl_rows",
        rows,
        "size",
        megabytes);
  }

  void query(int user, String type, String status, Instant end, String text) {
    warehouse.add(
        "sys_query_history",
        "user_id",
        user,
        "database_name",
        "prod",
        "query_type",
        type,
        "status",
        status,
        "end_time",
        end,
        "query_text",
        text);
  }

  void scan(int user, long query, int table, String step) {
    warehouse.add(
        "sys_query_detail",
        "user_id",
        user,
        "query_id",
        query,
        "table_id",
        table,
        "step_name",
        step,
        "start_time",
        now.minusSeconds(60));
  }

  void load(long query, String table, String status, int beganAgo, int endedAgo) {
    warehouse.add(
        "sys_load_history",
        "query_id",
        query,
        "database_name",
        "prod",
        "status",
        status,
        "table_name",
        table,
        "start_time",
        now.minus(Duration.ofMinutes(beganAgo)),
        "end_time",
        status.equals("running") ? null : now.minus(Duration.ofMinutes(endedAgo)));
  }

  void login(String user, String event, String method, String plugin) {
    warehouse.add(
        "sys_connection_log",
        "event",
        event,
        "record_time",
        now.minusSeconds(60),
        "database_name",
        "prod",
        "user_name",
        user,
        "auth_method",
        method,
        "plugin_name",
        plugin);
  }
}
