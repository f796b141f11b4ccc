// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Asset;
import dev.tidemark.testkit.organisation.Charge;
import dev.tidemark.testkit.organisation.CheckResult;
import dev.tidemark.testkit.organisation.Login;
import dev.tidemark.testkit.organisation.ModelRequest;
import dev.tidemark.testkit.organisation.Pipeline;
import dev.tidemark.testkit.organisation.Query;
import dev.tidemark.testkit.organisation.Run;
import dev.tidemark.testkit.organisation.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What happens in the account, as rows of views that show as late as the vendor says. */
final class Happenings {
  private static final Duration QUERIES = Duration.ofMinutes(45);
  private static final Duration ACCESSES = Duration.ofHours(3);
  private static final Duration LOGINS = Duration.ofHours(2);
  private static final Duration TASKS = Duration.ofMinutes(45);
  private static final Duration COPIES = Duration.ofHours(2);
  private static final Duration WRITES = Duration.ofHours(6);
  private static final Duration METERING = Duration.ofHours(3);
  private static final Duration CHECKS = Duration.ofHours(1);
  private static final Duration MODELS = Duration.ofHours(1);
  private static final double DOLLARS_A_CREDIT = 3;
  private static final double SERVICES_SHARE = 0.05;

  private final Account account;
  private final TimeRange range;
  private final Map<Shape, List<Row>> rows = new LinkedHashMap<>();

  private Happenings(Account account, TimeRange range) {
    this.account = account;
    this.range = range;
  }

  /** The rows of what begins in a range. */
  static Map<Shape, List<Row>> of(Account account, TimeRange range) {
    Happenings happenings = new Happenings(account, range);
    account.queries(range).forEach(happenings::query);
    account.logins(range).forEach(happenings::login);
    account.runs(range).forEach(happenings::run);
    account.charges(range).forEach(happenings::charge);
    account.checks(range).forEach(happenings::check);
    account.requests(range).forEach(happenings::request);
    return happenings.rows;
  }

  /** Rows written in each hour of a range of whole hours. */
  static Map<Shape, List<Row>> writes(Account account, TimeRange hours) {
    Happenings happenings = new Happenings(account, hours);
    happenings.writes();
    return happenings.rows;
  }

  private void add(String view, Instant shows, @Nullable Object... namesAndValues) {
    rows.computeIfAbsent(Shape.of(view), unused -> new ArrayList<>())
        .add(Row.of(shows, namesAndValues));
  }

  private void query(Query query) {
    @Nullable Asset touched =
        query.writes() != null
            ? query.writes()
            : query.reads().isEmpty() ? null : query.reads().get(0);
    add(
        "QUERY_HISTORY",
        query.shown(QUERIES),
        "QUERY_ID",
        query.id(),
        "QUERY_TEXT",
        "/* not kept */",
        "DATABASE_NAME",
        touched == null ? null : Naming.upper(touched.database()),
        "SCHEMA_NAME",
        touched == null ? null : Naming.upper(touched.schema()),
        "QUERY_TYPE",
        type(query.kind()),
        "SESSION_ID",
        Naming.id(query.by().login()),
        "USER_NAME",
        Naming.user(query.by()),
        "USER_TYPE",
        Naming.type(query.by()),
        "ROLE_NAME",
        query.grant() == null ? "R_ANALYST" : Naming.role(query.grant()),
        "WAREHOUSE_ID",
        1L,
        "WAREHOUSE_NAME",
        "COMPUTE_1",
        "WAREHOUSE_SIZE",
        "X-Small",
        "QUERY_TAG",
        "",
        "EXECUTION_STATUS",
        query.failure() == null ? "SUCCESS" : "FAIL",
        "ERROR_MESSAGE",
        query.failure(),
        "START_TIME",
        query.begun(),
        "END_TIME",
        query.ended(),
        "TOTAL_ELAPSED_TIME",
        Duration.between(query.begun(), query.ended()).toMillis(),
        "BYTES_SCANNED",
        query.bytes(),
        "ROWS_PRODUCED",
        query.rows(),
        "IS_CLIENT_GENERATED_STATEMENT",
        false);
    if (query.failure() == null && !(query.reads().isEmpty() && query.writes() == null)) {
      access(query);
    }
  }

  private static String type(Query.Kind kind) {
    return switch (kind) {
      case SELECT -> "SELECT";
      case INSERT -> "INSERT";
      case CREATE -> "CREATE_TABLE";
      case ALTER -> "ALTER_TABLE_ADD_COLUMN";
      case GRANT -> "GRANT";
    };
  }

  private void access(Query query) {
    ArrayNode read = Json.array();
    query.reads().forEach(asset -> read.add(object(asset)));
    ArrayNode modified = Json.array();
    if (query.writes() != null && !query.isChange()) {
      modified.add(written(query.writes(), query.reads()));
    }
    add(
        "ACCESS_HISTORY",
        query.shown(ACCESSES),
        "QUERY_ID",
        query.id(),
        "QUERY_START_TIME",
        query.begun(),
        "USER_NAME",
        Naming.user(query.by()),
        "DIRECT_OBJECTS_ACCESSED",
        read.toString(),
        "BASE_OBJECTS_ACCESSED",
        read.toString(),
        "OBJECTS_MODIFIED",
        modified.toString(),
        "POLICIES_REFERENCED",
        "[]");
  }

  private static ObjectNode object(Asset asset) {
    return Json.object()
        .put("objectDomain", asset.kind() == Asset.Kind.VIEW ? "View" : "Table")
        .put("objectId", Naming.id(asset))
        .put("objectName", Naming.path(asset));
  }

  private static ObjectNode written(Asset asset, List<Asset> sources) {
    ObjectNode object = object(asset);
    ObjectNode column = object.putArray("columns").addObject().put("columnName", "C");
    ArrayNode direct = column.putArray("directSources");
    sources.forEach(source -> direct.add(object(source).put("columnName", "C")));
    column.putArray("baseSources");
    return object;
  }

  private void login(Login login) {
    boolean password =
        login.factor() == Login.Factor.PASSWORD || login.factor() == Login.Factor.SECOND_FACTOR;
    String first =
        password
            ? "PASSWORD"
            : login.factor() == Login.Factor.KEY ? "RSA_KEYPAIR" : "SAML2_ASSERTION";
    add(
        "LOGIN_HISTORY",
        login.shown(LOGINS),
        "EVENT_ID",
        number(login.id()),
        "EVENT_TIMESTAMP",
        login.begun(),
        "EVENT_TYPE",
        "LOGIN",
        "USER_NAME",
        Naming.user(login.by()),
        "CLIENT_IP",
        "192.0.2.1",
        "REPORTED_CLIENT_TYPE",
        login.client().equals("browser") ? "SNOWFLAKE_UI" : "JDBC_DRIVER",
        "REPORTED_CLIENT_VERSION",
        "1",
        "FIRST_AUTHENTICATION_FACTOR",
        first,
        "SECOND_AUTHENTICATION_FACTOR",
        login.factor() == Login.Factor.SECOND_FACTOR ? "DUO_PUSH" : null,
        "IS_SUCCESS",
        login.succeeded() ? "YES" : "NO");
  }

  private void run(Run run) {
    Pipeline pipeline = run.pipeline();
    if (pipeline.trigger() == Pipeline.Trigger.EVENT) {
      copy(run);
      return;
    }
    add(
        "TASK_HISTORY",
        run.shown(TASKS),
        "NAME",
        Naming.upper(pipeline.name()),
        "SCHEMA_NAME",
        "TASKS",
        "DATABASE_NAME",
        Naming.database(pipeline),
        "SCHEDULED_TIME",
        run.begun(),
        "QUERY_START_TIME",
        run.begun(),
        "COMPLETED_TIME",
        run.ended(),
        "STATE",
        run.failure() == null ? "SUCCEEDED" : "FAILED",
        "QUERY_ID",
        run.id(),
        "ERROR_MESSAGE",
        run.failure(),
        "GRAPH_VERSION",
        1L,
        "RUN_ID",
        run.number(),
        "ROOT_TASK_ID",
        pipeline.name(),
        "SCHEDULED_FROM",
        "SCHEDULE",
        "ATTEMPT_NUMBER",
        (long) run.attempt());
  }

  private void copy(Run run) {
    Pipeline pipeline = run.pipeline();
    @Nullable Asset target = pipeline.writes().isEmpty() ? null : pipeline.writes().get(0);
    add(
        "COPY_HISTORY",
        run.shown(COPIES),
        "FILE_NAME",
        pipeline.name() + "/" + run.id() + ".csv",
        "STAGE_LOCATION",
        "s3://tidewater-landing/",
        "LAST_LOAD_TIME",
        run.ended(),
        "ROW_COUNT",
        run.failure() == null ? run.rows() : 0L,
        "ERROR_COUNT",
        run.failure() == null ? 0L : 1L,
        "STATUS",
        run.failure() == null ? "Loaded" : "Load failed",
        "TABLE_ID",
        target == null ? 1L : Naming.id(target),
        "PIPE_CATALOG_NAME",
        Naming.database(pipeline),
        "PIPE_SCHEMA_NAME",
        "PIPES",
        "PIPE_NAME",
        Naming.upper(pipeline.name()),
        "PIPE_RECEIVED_TIME",
        run.begun());
  }

  private void charge(Charge charge) {
    if (!charge.service().equals("compute")) {
      return;
    }
    double credits = charge.dollars() / DOLLARS_A_CREDIT;
    double compute = credits * (1 - SERVICES_SHARE);
    add(
        "WAREHOUSE_METERING_HISTORY",
        charge.shown(METERING),
        "START_TIME",
        charge.begun(),
        "END_TIME",
        charge.ended(),
        "WAREHOUSE_ID",
        Naming.id(Naming.upper(charge.resource())),
        "WAREHOUSE_NAME",
        Naming.upper(charge.resource()),
        "CREDITS_USED",
        credits,
        "CREDITS_USED_COMPUTE",
        compute,
        "CREDITS_USED_CLOUD_SERVICES",
        credits - compute,
        "CREDITS_ATTRIBUTED_COMPUTE_QUERIES",
        Math.max(0, compute - charge.idle() / DOLLARS_A_CREDIT));
  }

  private void check(CheckResult check) {
    Asset asset = check.asset();
    add(
        "DATA_QUALITY_MONITORING_EXPECTATION_STATUS",
        check.shown(CHECKS),
        "SCHEDULED_TIME",
        check.begun(),
        "MEASUREMENT_TIME",
        check.begun(),
        "TABLE_ID",
        Naming.id(asset),
        "TABLE_NAME",
        Naming.upper(asset.name()),
        "TABLE_SCHEMA",
        Naming.upper(asset.schema()),
        "TABLE_DATABASE",
        Naming.upper(asset.database()),
        "METRIC_NAME",
        metric(check.dimension()),
        "METRIC_DATABASE",
        "SNOWFLAKE",
        "METRIC_SCHEMA",
        "CORE",
        "REFERENCE_ID",
        check.id(),
        "VALUE",
        Long.toString(check.failed()),
        "EXPECTATION_NAME",
        check.name(),
        "EXPECTATION_ID",
        check.id(),
        "EXPECTATION_EXPRESSION",
        "value = 0",
        "EXPECTATION_VIOLATED",
        !check.passed());
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

  private void request(ModelRequest request) {
    if (request.inputTokens() + request.outputTokens() == 0) {
      return;
    }
    Instant hour = request.begun().truncatedTo(ChronoUnit.HOURS);
    ArrayNode metrics = Json.array();
    metric(metrics, "input", request.inputTokens());
    metric(metrics, "output", request.outputTokens());
    add(
        "CORTEX_AI_FUNCTIONS_USAGE_HISTORY",
        request.shown(MODELS),
        "START_TIME",
        hour,
        "END_TIME",
        hour.plus(Duration.ofHours(1)),
        "FUNCTION_NAME",
        "COMPLETE",
        "MODEL_NAME",
        request.endpoint().name(),
        "QUERY_ID",
        request.id(),
        "USER_ID",
        Naming.user(request.by()),
        "ROLE_NAMES",
        "[\"R_ANALYST\"]",
        "METRICS",
        metrics.toString(),
        "CREDITS",
        request.outputTokens() / 1_000_000.0,
        "IS_COMPLETED",
        true);
  }

  private static void metric(ArrayNode metrics, String kind, long value) {
    ObjectNode metric = metrics.addObject().put("value", value);
    metric.putObject("key").put("metric", kind).put("unit", "tokens");
  }

  /** Rows written in each whole hour of the range, by table. */
  private void writes() {
    Map<Instant, Map<Asset, Long>> hours = new TreeMap<>();
    TimeRange earlier = range.since(account.longestRun());
    account
        .runs(earlier)
        .filter(run -> run.failure() == null && range.holds(run.ended()))
        .forEach(
            run ->
                run.pipeline().writes().forEach(it -> write(hours, run.ended(), it, run.rows())));
    hours.forEach((hour, tables) -> tables.forEach((asset, count) -> written(hour, asset, count)));
  }

  private static void write(
      Map<Instant, Map<Asset, Long>> hours, Instant at, Asset asset, long count) {
    if (asset.kind() == Asset.Kind.TABLE) {
      hours
          .computeIfAbsent(at.truncatedTo(ChronoUnit.HOURS), unused -> new LinkedHashMap<>())
          .merge(asset, count, Long::sum);
    }
  }

  private void written(Instant hour, Asset asset, long count) {
    add(
        "TABLE_DML_HISTORY",
        hour.plus(Duration.ofHours(1)).plus(WRITES.dividedBy(2)),
        "START_TIME",
        hour,
        "END_TIME",
        hour.plus(Duration.ofHours(1)),
        "TABLE_ID",
        Naming.id(asset),
        "TABLE_NAME",
        Naming.upper(asset.name()),
        "SCHEMA_NAME",
        Naming.upper(asset.schema()),
        "DATABASE_NAME",
        Naming.upper(asset.database()),
        "ROWS_ADDED",
        count,
        "ROWS_REMOVED",
        0L,
        "ROWS_UPDATED",
        0L);
  }

  private static long number(String id) {
    return Long.parseLong(id.replace("-", "").substring(0, 15), 16);
  }
}
