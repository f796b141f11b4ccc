// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Records that are made up: each of them differs from all others. */
final class Made {
  private static final String CATALOG = "made";

  /** Numbers are unique in this process: records made in any way never share one. */
  private static final AtomicLong NEXT = new AtomicLong(500_000_000L);

  private Made() {}

  static long number() {
    return NEXT.incrementAndGet();
  }

  static void table(Engine engine, long n, Instant time) {
    String name = "t" + n;
    engine.add(
        TableRow.of(
            "information_schema.tables",
            "table_catalog",
            CATALOG,
            "table_schema",
            "shop",
            "table_name",
            name,
            "table_type",
            "MANAGED",
            "table_owner",
            "owner@example.test",
            "comment",
            "Made up.",
            "created",
            time,
            "last_altered",
            time),
        TableRow.of(
            "information_schema.columns",
            "table_catalog",
            CATALOG,
            "table_schema",
            "shop",
            "table_name",
            name,
            "column_name",
            "email",
            "ordinal_position",
            0L,
            "data_type",
            "STRING",
            "comment",
            "Where mail goes."),
        TableRow.of(
            "information_schema.column_tags",
            "catalog_name",
            CATALOG,
            "schema_name",
            "shop",
            "table_name",
            name,
            "column_name",
            "email",
            "tag_name",
            "class.email_address",
            "tag_value",
            ""),
        TableRow.of(
            "information_schema.column_masks",
            "table_catalog",
            CATALOG,
            "table_schema",
            "shop",
            "table_name",
            name,
            "column_name",
            "email"),
        TableRow.of(
            "information_schema.table_tags",
            "catalog_name",
            CATALOG,
            "schema_name",
            "shop",
            "table_name",
            name,
            "tag_name",
            "sensitivity",
            "tag_value",
            "confidential"));
  }

  /** A table that was made from itself, so that it is one record. */
  static void lineage(Engine engine, long n, Instant time) {
    event(engine, n, "made.shop.l" + n, "made.shop.l" + n, "p@example.test", time);
  }

  static void read(Engine engine, long n, Instant time) {
    event(engine, n, "made.shop.orders", null, "reader-" + n + "@example.test", time);
  }

  private static void event(
      Engine engine,
      long n,
      String source,
      @org.jspecify.annotations.Nullable String target,
      String by,
      Instant time) {
    engine.add(
        TableRow.of(
            "access.table_lineage",
            "workspace_id",
            World.WORKSPACE,
            "source_table_full_name",
            source,
            "source_table_catalog",
            CATALOG,
            "source_type",
            "TABLE",
            "target_table_full_name",
            target,
            "target_table_catalog",
            target == null ? null : CATALOG,
            "target_type",
            target == null ? null : "TABLE",
            "created_by",
            by,
            "event_time",
            time,
            "event_id",
            "e" + n));
  }

  static void query(Engine engine, long n, Instant time) {
    engine.add(
        TableRow.of(
            "query.history",
            "workspace_id",
            World.WORKSPACE,
            "statement_id",
            "s" + n,
            "executed_by",
            "analyst-" + n + "@example.test",
            "execution_status",
            n % 5 == 0 ? "FAILED" : "FINISHED",
            "statement_type",
            "SELECT",
            "start_time",
            time,
            "end_time",
            time,
            "update_time",
            time));
  }

  static void audit(Engine engine, long n, Instant time) {
    boolean login = n % 2 == 0;
    engine.add(
        TableRow.of(
            "access.audit",
            "workspace_id",
            World.WORKSPACE,
            "event_time",
            time,
            "event_id",
            "a" + n,
            "service_name",
            login ? "accounts" : "unityCatalog",
            "action_name",
            login ? "samlLogin" : "createTable",
            "user_identity.email",
            "somebody-" + n + "@example.test",
            "response.status_code",
            200L));
  }

  /** A failure and the success after it take turns, of one job each. */
  static void run(Engine engine, long n, Instant time) {
    boolean failed = n % 2 == 0;
    engine.add(
        TableRow.of(
            "lakeflow.job_run_timeline",
            "workspace_id",
            World.WORKSPACE,
            "job_id",
            Long.toString(n / 2 * 2),
            "run_id",
            Long.toString(n),
            "period_start_time",
            time,
            "period_end_time",
            time.plusSeconds(failed ? 60 : 90),
            "trigger_type",
            "CRON",
            "run_type",
            "JOB_RUN",
            "result_state",
            failed ? "FAILED" : "SUCCEEDED",
            "run_duration_seconds",
            60L));
  }

  static void scan(Engine engine, long n, Instant time) {
    engine.add(
        TableRow.of(
            "data_quality_monitoring.table_results",
            "event_time",
            time,
            "catalog_name",
            CATALOG,
            "schema_name",
            "shop",
            "table_name",
            "q" + n,
            "status",
            "Healthy",
            "freshness.status",
            "Healthy",
            "completeness.status",
            n % 3 == 0 ? "Unhealthy" : "Healthy"));
  }

  static void usage(Engine engine, long n, Instant time) {
    engine.add(
        TableRow.of(
            "billing.usage",
            "record_id",
            "u" + n,
            "workspace_id",
            World.WORKSPACE,
            "sku_name",
            "MADE_UP",
            "cloud",
            "AWS",
            "usage_start_time",
            time,
            "usage_end_time",
            time,
            "custom_tags",
            n % 2 == 0 ? "{\"team\":\"sales\"}" : "{}",
            "usage_unit",
            "DBU",
            "usage_quantity",
            2,
            "billing_origin_product",
            "PRODUCT_" + n,
            "record_type",
            "ORIGINAL"));
  }

  /** What usage that is made up costs. */
  static void price(Engine engine) {
    engine.add(
        TableRow.of(
            "billing.list_prices",
            "price_start_time",
            Instant.EPOCH,
            "sku_name",
            "MADE_UP",
            "cloud",
            "AWS",
            "currency_code",
            "USD",
            "usage_unit",
            "DBU",
            "pricing.default",
            1,
            "pricing.effective_list.default",
            0.5));
  }
}
