// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.organisation.Asset;
import dev.tidemark.testkit.organisation.Charge;
import dev.tidemark.testkit.organisation.CheckResult;
import dev.tidemark.testkit.organisation.ModelRequest;
import dev.tidemark.testkit.organisation.Pipeline;
import dev.tidemark.testkit.organisation.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Rows about what runs in the account and what it costs: tasks, loads, warehouses, checks, models.
 *
 * @param rows where they go
 */
record RunRows(Rows rows) {
  private static final Duration TASKS = Duration.ofMinutes(45);
  private static final Duration COPIES = Duration.ofHours(2);
  private static final Duration METERING = Duration.ofHours(3);
  private static final Duration CHECKS = Duration.ofHours(1);
  private static final Duration MODELS = Duration.ofHours(1);
  private static final double DOLLARS_A_CREDIT = 3;
  private static final double SERVICES_SHARE = 0.05;

  void run(Run run) {
    Pipeline pipeline = run.pipeline();
    if (pipeline.trigger() == Pipeline.Trigger.EVENT) {
      copy(run);
      return;
    }
    rows.add(
        "TASK_HISTORY",
        rows.row(run, TASKS)
            .put("NAME", Naming.upper(pipeline.name()))
            .put("SCHEMA_NAME", "TASKS")
            .put("DATABASE_NAME", Naming.database(pipeline))
            .put("SCHEDULED_TIME", run.begun())
            .put("QUERY_START_TIME", run.begun())
            .put("COMPLETED_TIME", run.ended())
            .put("STATE", run.failure() == null ? "SUCCEEDED" : "FAILED")
            .put("QUERY_ID", run.id())
            .put("ERROR_MESSAGE", run.failure())
            .put("GRAPH_VERSION", 1L)
            .put("RUN_ID", run.number())
            .put("ROOT_TASK_ID", pipeline.name())
            .put("SCHEDULED_FROM", "SCHEDULE")
            .put("ATTEMPT_NUMBER", (long) run.attempt()));
  }

  private void copy(Run run) {
    Pipeline pipeline = run.pipeline();
    @Nullable Asset target = pipeline.writes().isEmpty() ? null : pipeline.writes().get(0);
    rows.add(
        "COPY_HISTORY",
        rows.row(run, COPIES)
            .put("FILE_NAME", pipeline.name() + "/" + run.id() + ".csv")
            .put("STAGE_LOCATION", "s3://tidewater-landing/")
            .put("LAST_LOAD_TIME", run.ended())
            .put("ROW_COUNT", run.failure() == null ? run.rows() : 0L)
            .put("ERROR_COUNT", run.failure() == null ? 0L : 1L)
            .put("STATUS", run.failure() == null ? "Loaded" : "Load failed")
            .put("TABLE_ID", target == null ? 1L : Naming.id(target))
            .put("PIPE_CATALOG_NAME", Naming.database(pipeline))
            .put("PIPE_SCHEMA_NAME", "PIPES")
            .put("PIPE_NAME", Naming.upper(pipeline.name()))
            .put("PIPE_RECEIVED_TIME", run.begun()));
  }

  void charge(Charge charge) {
    if (!charge.service().equals("compute")) {
      return;
    }
    double credits = charge.dollars() / DOLLARS_A_CREDIT;
    double compute = credits * (1 - SERVICES_SHARE);
    rows.add(
        "WAREHOUSE_METERING_HISTORY",
        rows.row(charge, METERING)
            .put("START_TIME", charge.begun())
            .put("END_TIME", charge.ended())
            .put("WAREHOUSE_ID", Naming.id(Naming.upper(charge.resource())))
            .put("WAREHOUSE_NAME", Naming.upper(charge.resource()))
            .put("CREDITS_USED", credits)
            .put("CREDITS_USED_COMPUTE", compute)
            .put("CREDITS_USED_CLOUD_SERVICES", credits - compute)
            .put(
                "CREDITS_ATTRIBUTED_COMPUTE_QUERIES",
                Math.max(0, compute - charge.idle() / DOLLARS_A_CREDIT)));
  }

  void check(CheckResult check) {
    Asset asset = check.asset();
    rows.add(
        "DATA_QUALITY_MONITORING_EXPECTATION_STATUS",
        rows.row(check, CHECKS)
            .put("SCHEDULED_TIME", check.begun())
            .put("MEASUREMENT_TIME", check.begun())
            .put("TABLE_ID", Naming.id(asset))
            .put("TABLE_NAME", Naming.upper(asset.name()))
            .put("TABLE_SCHEMA", Naming.upper(asset.schema()))
            .put("TABLE_DATABASE", Naming.upper(asset.database()))
            .put("METRIC_NAME", metric(check.dimension()))
            .put("METRIC_DATABASE", "SNOWFLAKE")
            .put("METRIC_SCHEMA", "CORE")
            .put("REFERENCE_ID", check.id())
            .put("VALUE", Long.toString(check.failed()))
            .put("EXPECTATION_NAME", check.name())
            .put("EXPECTATION_ID", check.id())
            .put("EXPECTATION_EXPRESSION", "value = 0")
            .put("EXPECTATION_VIOLATED", !check.passed()));
  }

  private static String metric(String dimension) {
    return switch (dimension) {
      case "completeness" -> "NULL_COUNT";
      case "uniqueness" -> "DUPLICATE_COUNT";
      case "timeliness", "freshness" -> "FRESHNESS";
      case "validity" -> "ACCEPTED_VALUES";
      default -> "ROW_COUNT";
    };
  }

  void request(ModelRequest request) {
    if (request.inputTokens() + request.outputTokens() == 0) {
      return;
    }
    Instant hour = request.begun().truncatedTo(ChronoUnit.HOURS);
    ArrayNode metrics = Json.array();
    metric(metrics, "input", request.inputTokens());
    metric(metrics, "output", request.outputTokens());
    rows.add(
        "CORTEX_AI_FUNCTIONS_USAGE_HISTORY",
        rows.row(request, MODELS)
            .put("START_TIME", hour)
            .put("END_TIME", hour.plus(Duration.ofHours(1)))
            .put("FUNCTION_NAME", "COMPLETE")
            .put("MODEL_NAME", request.endpoint().name())
            .put("QUERY_ID", request.id())
            .put("USER_ID", Naming.user(request.by()))
            .put("ROLE_NAMES", "[\"R_ANALYST\"]")
            .put("METRICS", metrics.toString())
            .put("CREDITS", request.outputTokens() / 1_000_000.0)
            .put("IS_COMPLETED", true));
  }

  private static void metric(ArrayNode metrics, String kind, long value) {
    ObjectNode metric = metrics.addObject().put("value", value);
    metric.putObject("key").put("metric", kind).put("unit", "tokens");
  }
}
