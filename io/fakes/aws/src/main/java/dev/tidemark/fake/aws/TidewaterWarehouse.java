// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Asset;
import dev.tidemark.testkit.organisation.AssetState;
import dev.tidemark.testkit.organisation.Column;
import dev.tidemark.testkit.organisation.Login;
import dev.tidemark.testkit.organisation.Person;
import dev.tidemark.testkit.organisation.Query;
import dev.tidemark.testkit.organisation.Run;
import dev.tidemark.testkit.organisation.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The company's second warehouse: what it has made for a purpose lies in Redshift, and everybody
 * with access to the account is a user there. The views show a week.
 */
final class TidewaterWarehouse {
  static final String WORKGROUP = "tidewater";
  static final String DATABASE = "marts";
  private static final Duration KEPT = Duration.ofDays(7);
  private static final int FIRST_USER = 100;
  private static final int FIRST_TABLE = 100_000;
  private static final long MEGABYTE = 1 << 20;

  private final Account account;
  private final Instant now;
  private final Map<String, List<Map<String, @Nullable Object>>> rows = new HashMap<>();

  TidewaterWarehouse(Account account, Instant now) {
    this.account = account;
    this.now = now;
  }

  /** Whether an asset lies in the warehouse and not in the lake. */
  static boolean holds(Asset asset) {
    return asset.layer() == Asset.Layer.MART && asset.kind() != Asset.Kind.BUCKET;
  }

  /** Puts it in place of what was there before. */
  void fill(FakeWarehouse warehouse) {
    account.people(now).forEach(this::user);
    account.assets(now).stream().filter(TidewaterWarehouse::holds).forEach(this::table);
    TimeRange week = new TimeRange(now.minus(KEPT), now);
    account.queries(week).filter(it -> !it.ended().isAfter(now)).forEach(this::query);
    account.logins(week).forEach(this::login);
    account.runs(week).forEach(this::load);
    warehouse.clear();
    rows.forEach(warehouse::insert);
  }

  private void user(Person person) {
    boolean isSuperuser =
        account.grants().stream()
            .anyMatch(grant -> grant.holder().equals(person) && grant.holds(now));
    add(
        "svv_user_info",
        "user_name",
        name(person),
        "user_id",
        id(person),
        "superuser",
        isSuperuser);
  }

  private void table(Asset asset) {
    AssetState state = account.state(asset, now);
    String type = asset.kind() == Asset.Kind.VIEW ? "VIEW" : "TABLE";
    String owner = state.owner() == null ? "admin" : name(state.owner());
    put(
        asset,
        "svv_redshift_tables",
        "table_type",
        type,
        "remarks",
        state.description(),
        "table_owner",
        owner);
    for (Column column : asset.columns()) {
      put(
          asset,
          "svv_redshift_columns",
          "column_name",
          column.name(),
          "remarks",
          state.describes(column) ? column.description() : null);
    }
    if (state.exposure() == AssetState.Exposure.EXTERNAL) {
      add(
          "svv_datashare_objects",
          "share_type",
          "OUTBOUND",
          "share_name",
          "partners",
          "object_name",
          asset.schema() + "." + asset.name());
      add("svv_datashare_consumers", "share_name", "partners", "consumer_account", "999999999999");
    }
    add(
        "svv_table_info",
        "database",
        DATABASE,
        "schema",
        asset.schema(),
        "table",
        asset.name(),
        "table_id",
        FIRST_TABLE + asset.index(),
        "tbl_rows",
        state.rows(),
        "size",
        Math.max(1, state.bytes() / MEGABYTE));
  }

  private void put(Asset asset, String view, @Nullable Object... namesAndValues) {
    List<@Nullable Object> all =
        new ArrayList<>(
            List.of(
                "database_name",
                DATABASE,
                "schema_name",
                asset.schema(),
                "table_name",
                asset.name()));
    all.addAll(Arrays.asList(namesAndValues));
    add(view, all.toArray());
  }

  private void query(Query query) {
    long number = query.id().hashCode() & 0xFFFF_FFFFL;
    add(
        "sys_query_history",
        "user_id",
        id(query.by()),
        "query_id",
        number,
        "database_name",
        DATABASE,
        "query_type",
        type(query),
        "status",
        query.failure() == null ? "success" : "failed",
        "start_time",
        query.begun(),
        "end_time",
        query.ended(),
        "query_text",
        text(query));
    for (Asset asset : query.reads()) {
      if (holds(asset)) {
        add(
            "sys_query_detail",
            "user_id",
            id(query.by()),
            "query_id",
            number,
            "step_name",
            "scan",
            "table_id",
            FIRST_TABLE + asset.index(),
            "start_time",
            query.begun());
      }
    }
  }

  private static String type(Query query) {
    return switch (query.kind()) {
      case SELECT -> "SELECT";
      case INSERT -> "INSERT";
      case CREATE, ALTER -> "DDL";
      case GRANT -> "UTILITY";
    };
  }

  private static String text(Query query) {
    return query.kind() == Query.Kind.ALTER ? "alter table x add column y int" : "select 1";
  }

  private void login(Login login) {
    boolean isFederated = login.factor() == Login.Factor.SINGLE_SIGN_ON;
    add(
        "sys_connection_log",
        "event",
        login.succeeded() ? "authenticated" : "authentication failure",
        "record_time",
        login.begun(),
        "database_name",
        DATABASE,
        "user_name",
        name(login.by()),
        "auth_method",
        login.factor() == Login.Factor.KEY ? "IAM AssumeUser" : "password",
        "plugin_name",
        isFederated ? "BrowserSamlCredentialsProvider" : "");
  }

  /** What writes a table of the warehouse ends with a COPY into it. */
  private void load(Run run) {
    for (Asset asset : run.pipeline().writes()) {
      if (holds(asset)) {
        Run.Status status = run.status(now);
        boolean isOver = status != Run.Status.RUNNING;
        add(
            "sys_load_history",
            "query_id",
            run.pipeline().index() * 1_000_000L + run.number() * 10L + run.attempt(),
            "database_name",
            DATABASE,
            "status",
            isOver ? status == Run.Status.SUCCEEDED ? "completed" : "aborted" : "running",
            "table_name",
            asset.name(),
            "start_time",
            run.begun(),
            "end_time",
            isOver ? run.ended() : null,
            "loaded_rows",
            1_000L,
            "error_count",
            0L);
      }
    }
  }

  private static int id(Person person) {
    return FIRST_USER + person.index();
  }

  private static String name(Person person) {
    return person.isHuman() ? person.login() : "IAMR:" + person.login();
  }

  private void add(String view, @Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      row.put(String.valueOf(namesAndValues[index]), namesAndValues[index + 1]);
    }
    rows.computeIfAbsent(view, unused -> new ArrayList<>()).add(row);
  }
}
