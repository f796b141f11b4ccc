// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Asset;
import dev.tidemark.testkit.organisation.Charge;
import dev.tidemark.testkit.organisation.CheckResult;
import dev.tidemark.testkit.organisation.Happening;
import dev.tidemark.testkit.organisation.Login;
import dev.tidemark.testkit.organisation.ModelRequest;
import dev.tidemark.testkit.organisation.Query;
import dev.tidemark.testkit.organisation.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happened in the company's workspace, as system tables tell it. */
final class TidewaterHistory {
  /** The vendor promises no time; within hours is what is seen. */
  static final Duration LATENCY = Duration.ofHours(3);

  private final Account account;
  private final Promptness promptness;
  private final List<TableRow> rows = new ArrayList<>();

  TidewaterHistory(Account account, Promptness promptness) {
    this.account = account;
    this.promptness = promptness;
  }

  /** The rows of what began in a range; those that are not to be seen yet show later. */
  List<TableRow> rows(TimeRange range) {
    account.queries(range).forEach(this::query);
    rows.addAll(new TidewaterRuns(account, promptness).rows(range));
    account.logins(range).forEach(this::login);
    account.checks(range).forEach(this::check);
    account.charges(range).forEach(this::charge);
    account.requests(range).forEach(this::request);
    return rows;
  }

  private void query(Query query) {
    String by = TidewaterInventory.principal(query.by());
    add(
        query,
        TableRow.of(
            "query.history",
            "workspace_id",
            World.WORKSPACE,
            "statement_id",
            query.id(),
            "executed_by",
            by,
            "execution_status",
            query.failure() == null ? "FINISHED" : "FAILED",
            "statement_type",
            query.kind().name(),
            "start_time",
            query.begun(),
            "end_time",
            query.ended(),
            "update_time",
            query.ended()));
    if (query.failure() != null) {
      return;
    }
    query.reads().forEach(source -> lineage(query, source, by));
    if (query.isChange()) {
      add(query, audit(query, "unityCatalog", action(query), by, 200L));
    }
  }

  private static String action(Query query) {
    return query.kind() == Query.Kind.CREATE ? "createTable" : "updateTables";
  }

  /** More than half of all rows: without ids, for which nobody asks. */
  private void lineage(Query query, Asset source, String by) {
    Asset target = query.writes();
    boolean shown = target != null && account.isTraced(target, query.begun());
    add(
        query,
        TableRow.of(
            "access.table_lineage",
            "workspace_id",
            World.WORKSPACE,
            "source_table_full_name",
            source.path(),
            "source_table_catalog",
            source.database(),
            "source_type",
            type(source),
            "target_table_full_name",
            target != null && shown ? target.path() : null,
            "target_table_catalog",
            target != null && shown ? target.database() : null,
            "target_type",
            target != null && shown ? type(target) : null,
            "created_by",
            by,
            "event_time",
            query.ended()));
  }

  static String type(Asset asset) {
    return asset.kind() == Asset.Kind.VIEW ? "VIEW" : "TABLE";
  }

  private void login(Login login) {
    String action =
        switch (login.factor()) {
          case PASSWORD -> "login";
          case SECOND_FACTOR -> "mfaLogin";
          case SINGLE_SIGN_ON -> "samlLogin";
          case KEY -> "oidcTokenAuthorization";
        };
    String by = TidewaterInventory.principal(login.by());
    add(login, audit(login, "accounts", action, by, login.succeeded() ? 200L : 401L));
  }

  private static TableRow audit(
      Happening what, String service, String action, String by, long status) {
    return TableRow.of(
        "access.audit",
        "workspace_id",
        World.WORKSPACE,
        "event_time",
        what.begun(),
        "event_id",
        what.id() + "-" + service,
        "service_name",
        service,
        "action_name",
        action,
        "user_identity.email",
        by,
        "response.status_code",
        status);
  }

  private void check(CheckResult check) {
    boolean freshness = check.dimension().equals("timeliness");
    String status = check.passed() ? "Healthy" : "Unhealthy";
    add(
        check,
        TableRow.of(
            "data_quality_monitoring.table_results",
            "event_time",
            check.begun(),
            "catalog_name",
            check.asset().database(),
            "schema_name",
            check.asset().schema(),
            "table_name",
            check.asset().name(),
            "status",
            status,
            "freshness.status",
            freshness ? status : "Unknown",
            "completeness.status",
            freshness ? "Unknown" : status));
  }

  private void charge(Charge charge) {
    String tags = charge.team() == null ? "{}" : "{\"team\":\"" + charge.team().name() + "\"}";
    add(
        charge,
        TableRow.of(
            "billing.usage",
            "record_id",
            charge.id(),
            "workspace_id",
            World.WORKSPACE,
            "sku_name",
            "MADE_UP",
            "cloud",
            "AWS",
            "usage_start_time",
            charge.begun(),
            "usage_end_time",
            charge.ended(),
            "custom_tags",
            tags,
            "usage_unit",
            "DBU",
            "usage_quantity",
            charge.dollars() * 2,
            "billing_origin_product",
            charge.service().toUpperCase(Locale.ROOT),
            "record_type",
            "ORIGINAL"));
  }

  private void request(ModelRequest request) {
    add(
        request,
        TableRow.of(
            "serving.endpoint_usage",
            "workspace_id",
            World.WORKSPACE,
            "databricks_request_id",
            request.id(),
            "requester",
            TidewaterInventory.principal(request.by()),
            "status_code",
            (long) request.status(),
            "request_time",
            request.begun(),
            "input_token_count",
            request.inputTokens(),
            "output_token_count",
            request.outputTokens(),
            "served_entity_id",
            TidewaterInventory.entity(request.endpoint())));
  }

  private void add(Happening what, TableRow row) {
    rows.add(row.showing(what.shown(promptness.latency(LATENCY))));
  }
}
