// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Asset;
import dev.tidemark.testkit.organisation.AssetState;
import dev.tidemark.testkit.organisation.Column;
import dev.tidemark.testkit.organisation.Grant;
import dev.tidemark.testkit.organisation.Person;
import dev.tidemark.testkit.organisation.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the company has in the account at a time, as rows of views. */
final class Inventory {
  private final Account account;
  private final Instant at;
  private final Map<Shape, List<Row>> rows = new LinkedHashMap<>();

  private Inventory(Account account, Instant at) {
    this.account = account;
    this.at = at;
  }

  /** The rows of every view of objects. */
  static Map<Shape, List<Row>> of(Account account, Instant at) {
    Inventory inventory = new Inventory(account, at);
    for (String view :
        List.of(
            "TABLES",
            "COLUMNS",
            "OBJECT_DEPENDENCIES",
            "TABLE_STORAGE_METRICS",
            "TAG_REFERENCES",
            "POLICY_REFERENCES",
            "USERS",
            "GRANTS_TO_USERS",
            "GRANTS_TO_SHARES")) {
      inventory.rows.put(Shape.of(view), new ArrayList<>());
    }
    account.assets().stream()
        .filter(asset -> !asset.created().isAfter(at))
        .forEach(inventory::asset);
    inventory.warehouses();
    account.people().forEach(inventory::person);
    account.grants().forEach(inventory::grant);
    return inventory.rows;
  }

  private void add(String view, @Nullable Object... namesAndValues) {
    List<Row> list = rows.get(Shape.of(view));
    if (list != null) {
      list.add(Row.of(Instant.EPOCH, namesAndValues));
    }
  }

  private void asset(Asset asset) {
    AssetState state = account.state(asset, at);
    @Nullable Instant deleted = asset.exists(at) ? null : asset.dropped();
    boolean view = asset.kind() == Asset.Kind.VIEW;
    table(asset, state, deleted, view);
    asset.columns().forEach(column -> column(asset, state, column, deleted));
    if (!view) {
      storage(asset, state, deleted);
    }
    if (deleted == null) {
      governance(asset, state, view);
    }
  }

  private void table(Asset asset, AssetState state, @Nullable Instant deleted, boolean view) {
    Instant altered = state.written() == null ? state.changed() : state.written();
    add(
        "TABLES",
        "TABLE_ID",
        Naming.id(asset),
        "TABLE_NAME",
        Naming.upper(asset.name()),
        "TABLE_SCHEMA_ID",
        Naming.id(asset.database() + "." + asset.schema()),
        "TABLE_SCHEMA",
        Naming.upper(asset.schema()),
        "TABLE_CATALOG_ID",
        Naming.id(asset.database()),
        "TABLE_CATALOG",
        Naming.upper(asset.database()),
        "TABLE_OWNER",
        owner(state),
        "TABLE_TYPE",
        view ? "VIEW" : "BASE TABLE",
        "IS_TRANSIENT",
        "NO",
        "ROW_COUNT",
        view ? null : state.rows(),
        "BYTES",
        view ? null : state.bytes(),
        "RETENTION_TIME",
        1L,
        "CREATED",
        asset.created(),
        "LAST_ALTERED",
        altered,
        "LAST_DDL",
        asset.created(),
        "DELETED",
        deleted,
        "COMMENT",
        state.description(),
        "OWNER_ROLE_TYPE",
        "ROLE",
        "IS_ICEBERG",
        "NO",
        "IS_DYNAMIC",
        "NO",
        "IS_HYBRID",
        "NO");
  }

  private static String owner(AssetState state) {
    Person owner = state.owner();
    return owner == null ? "SYSADMIN" : "R_" + Naming.upper(owner.team().name()).replace('-', '_');
  }

  private void column(Asset asset, AssetState state, Column column, @Nullable Instant deleted) {
    add(
        "COLUMNS",
        "COLUMN_ID",
        Naming.id(asset, column),
        "COLUMN_NAME",
        Naming.upper(column.name()),
        "TABLE_ID",
        Naming.id(asset),
        "TABLE_NAME",
        Naming.upper(asset.name()),
        "TABLE_SCHEMA",
        Naming.upper(asset.schema()),
        "TABLE_CATALOG",
        Naming.upper(asset.database()),
        "ORDINAL_POSITION",
        column.position() + 1L,
        "IS_NULLABLE",
        "YES",
        "DATA_TYPE",
        column.type().name(),
        "COMMENT",
        state.describes(column) ? "What it holds" : null,
        "DELETED",
        deleted);
  }

  private void storage(Asset asset, AssetState state, @Nullable Instant deleted) {
    add(
        "TABLE_STORAGE_METRICS",
        "ID",
        Naming.id(asset),
        "TABLE_NAME",
        Naming.upper(asset.name()),
        "TABLE_SCHEMA",
        Naming.upper(asset.schema()),
        "TABLE_CATALOG_ID",
        Naming.id(asset.database()),
        "TABLE_CATALOG",
        Naming.upper(asset.database()),
        "CLONE_GROUP_ID",
        Naming.id(asset),
        "ACTIVE_BYTES",
        deleted == null ? state.bytes() : 0L,
        "TIME_TRAVEL_BYTES",
        state.bytes() / 10,
        "FAILSAFE_BYTES",
        state.bytes() / 5,
        "RETAINED_FOR_CLONE_BYTES",
        0L,
        "DELETED",
        deleted != null,
        "TABLE_CREATED",
        asset.created(),
        "TABLE_DROPPED",
        deleted);
  }

  private void governance(Asset asset, AssetState state, boolean view) {
    if (state.classification() != null) {
      String value = state.classification().name();
      tag(asset, "DATA_CLASSIFICATION", value, null);
      for (Column column : asset.sensitiveColumns()) {
        tag(asset, "DATA_CLASSIFICATION", value, column);
      }
    }
    if (state.certified()) {
      tag(asset, "CERTIFIED", "true", null);
    }
    asset.sensitiveColumns().stream()
        .filter(column -> state.masks(asset, column))
        .forEach(column -> policy(asset, column));
    if (view && state.traced()) {
      account.upstream(asset).forEach(source -> dependency(source, asset));
    }
    if (state.exposure() != AssetState.Exposure.PRIVATE) {
      share(asset);
    }
  }

  private void tag(Asset asset, String name, String value, @Nullable Column column) {
    add(
        "TAG_REFERENCES",
        "TAG_DATABASE",
        "GOVERNANCE",
        "TAG_SCHEMA",
        "TAGS",
        "TAG_ID",
        Naming.id(name),
        "TAG_NAME",
        name,
        "TAG_VALUE",
        value,
        "OBJECT_DATABASE",
        Naming.upper(asset.database()),
        "OBJECT_SCHEMA",
        Naming.upper(asset.schema()),
        "OBJECT_ID",
        Naming.id(asset),
        "OBJECT_NAME",
        Naming.upper(asset.name()),
        "DOMAIN",
        column == null ? "TABLE" : "COLUMN",
        "COLUMN_ID",
        column == null ? null : Naming.id(asset, column),
        "COLUMN_NAME",
        column == null ? null : Naming.upper(column.name()),
        "APPLY_METHOD",
        "MANUAL");
  }

  private void policy(Asset asset, Column column) {
    add(
        "POLICY_REFERENCES",
        "POLICY_DB",
        "GOVERNANCE",
        "POLICY_SCHEMA",
        "POLICIES",
        "POLICY_ID",
        1L,
        "POLICY_NAME",
        "MASK",
        "POLICY_KIND",
        "MASKING_POLICY",
        "REF_DATABASE_NAME",
        Naming.upper(asset.database()),
        "REF_SCHEMA_NAME",
        Naming.upper(asset.schema()),
        "REF_ENTITY_NAME",
        Naming.upper(asset.name()),
        "REF_ENTITY_DOMAIN",
        "TABLE",
        "REF_COLUMN_NAME",
        Naming.upper(column.name()),
        "POLICY_STATUS",
        "ACTIVE");
  }

  private void dependency(Asset source, Asset view) {
    add(
        "OBJECT_DEPENDENCIES",
        "REFERENCED_DATABASE",
        Naming.upper(source.database()),
        "REFERENCED_SCHEMA",
        Naming.upper(source.schema()),
        "REFERENCED_OBJECT_NAME",
        Naming.upper(source.name()),
        "REFERENCED_OBJECT_ID",
        Naming.id(source),
        "REFERENCED_OBJECT_DOMAIN",
        source.kind() == Asset.Kind.VIEW ? "VIEW" : "TABLE",
        "REFERENCING_DATABASE",
        Naming.upper(view.database()),
        "REFERENCING_SCHEMA",
        Naming.upper(view.schema()),
        "REFERENCING_OBJECT_NAME",
        Naming.upper(view.name()),
        "REFERENCING_OBJECT_ID",
        Naming.id(view),
        "REFERENCING_OBJECT_DOMAIN",
        "VIEW",
        "DEPENDENCY_TYPE",
        "BY_NAME");
  }

  private void share(Asset asset) {
    add(
        "GRANTS_TO_SHARES",
        "CREATED_ON",
        asset.created(),
        "PRIVILEGE",
        "SELECT",
        "GRANTED_ON",
        asset.kind() == Asset.Kind.VIEW ? "VIEW" : "TABLE",
        "OBJECT_NAME",
        Naming.upper(asset.name()),
        "OBJECT_DATABASE",
        Naming.upper(asset.database()),
        "OBJECT_SCHEMA",
        Naming.upper(asset.schema()),
        "SHARE_NAME",
        "PARTNERS",
        "GRANTED_BY",
        "ACCOUNTADMIN");
  }

  /** Teams pay for warehouses by a tag on them. */
  private void warehouses() {
    Set<String> tagged = new TreeSet<>();
    account
        .charges(TimeRange.before(at, Duration.ofDays(2)))
        .filter(charge -> charge.service().equals("compute") && charge.team() != null)
        .forEach(charge -> tagged.add(Naming.upper(charge.resource())));
    for (String warehouse : tagged) {
      add(
          "TAG_REFERENCES",
          "TAG_DATABASE",
          "GOVERNANCE",
          "TAG_SCHEMA",
          "TAGS",
          "TAG_NAME",
          "COST_CENTER",
          "TAG_VALUE",
          "named",
          "OBJECT_NAME",
          warehouse,
          "OBJECT_ID",
          Naming.id(warehouse),
          "DOMAIN",
          "WAREHOUSE");
    }
  }

  private void person(Person person) {
    if (person.joined().isAfter(at)) {
      return;
    }
    add(
        "USERS",
        "USER_ID",
        person.index() + 1L,
        "NAME",
        Naming.user(person),
        "CREATED_ON",
        person.joined(),
        "DELETED_ON",
        person.isHere(at) ? null : person.left(),
        "LOGIN_NAME",
        Naming.user(person),
        "DISPLAY_NAME",
        person.name(),
        "EMAIL",
        person.email(),
        "HAS_PASSWORD",
        person.isHuman(),
        "DISABLED",
        "false",
        "HAS_MFA",
        person.isHuman(),
        "TYPE",
        Naming.type(person));
  }

  private void grant(Grant grant) {
    if (grant.granted().isAfter(at)) {
      return;
    }
    add(
        "GRANTS_TO_USERS",
        "CREATED_ON",
        grant.granted(),
        "DELETED_ON",
        grant.holds(at) ? null : deleted(grant),
        "ROLE",
        Naming.role(grant),
        "GRANTED_TO",
        "USER",
        "GRANTEE_NAME",
        Naming.user(grant.holder()),
        "GRANTED_BY",
        "ACCOUNTADMIN");
  }

  private Instant deleted(Grant grant) {
    return grant.revoked() == null || grant.revoked().isAfter(at) ? at : grant.revoked();
  }
}
