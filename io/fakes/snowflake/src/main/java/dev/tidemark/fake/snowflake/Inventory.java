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

  private void add(String view, Row row) {
    rows.computeIfAbsent(Shape.of(view), unused -> new ArrayList<>()).add(row);
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
        Row.always()
            .put("TABLE_ID", Naming.id(asset))
            .put("TABLE_NAME", Naming.upper(asset.name()))
            .put("TABLE_SCHEMA_ID", Naming.id(asset.database() + "." + asset.schema()))
            .put("TABLE_SCHEMA", Naming.upper(asset.schema()))
            .put("TABLE_CATALOG_ID", Naming.id(asset.database()))
            .put("TABLE_CATALOG", Naming.upper(asset.database()))
            .put("TABLE_OWNER", owner(state))
            .put("TABLE_TYPE", view ? "VIEW" : "BASE TABLE")
            .put("IS_TRANSIENT", "NO")
            .put("ROW_COUNT", view ? null : state.rows())
            .put("BYTES", view ? null : state.bytes())
            .put("RETENTION_TIME", 1L)
            .put("CREATED", asset.created())
            .put("LAST_ALTERED", altered)
            .put("LAST_DDL", asset.created())
            .put("DELETED", deleted)
            .put("COMMENT", state.description())
            .put("OWNER_ROLE_TYPE", "ROLE")
            .put("IS_ICEBERG", "NO")
            .put("IS_DYNAMIC", "NO")
            .put("IS_HYBRID", "NO"));
  }

  private static String owner(AssetState state) {
    Person owner = state.owner();
    return owner == null ? "SYSADMIN" : "R_" + Naming.upper(owner.team().name()).replace('-', '_');
  }

  private void column(Asset asset, AssetState state, Column column, @Nullable Instant deleted) {
    add(
        "COLUMNS",
        Row.always()
            .put("COLUMN_ID", Naming.id(asset, column))
            .put("COLUMN_NAME", Naming.upper(column.name()))
            .put("TABLE_ID", Naming.id(asset))
            .put("TABLE_NAME", Naming.upper(asset.name()))
            .put("TABLE_SCHEMA", Naming.upper(asset.schema()))
            .put("TABLE_CATALOG", Naming.upper(asset.database()))
            .put("ORDINAL_POSITION", column.position() + 1L)
            .put("IS_NULLABLE", "YES")
            .put("DATA_TYPE", column.type().name())
            .put("COMMENT", state.describes(column) ? "What it holds" : null)
            .put("DELETED", deleted));
  }

  private void storage(Asset asset, AssetState state, @Nullable Instant deleted) {
    add(
        "TABLE_STORAGE_METRICS",
        Row.always()
            .put("ID", Naming.id(asset))
            .put("TABLE_NAME", Naming.upper(asset.name()))
            .put("TABLE_SCHEMA", Naming.upper(asset.schema()))
            .put("TABLE_CATALOG_ID", Naming.id(asset.database()))
            .put("TABLE_CATALOG", Naming.upper(asset.database()))
            .put("CLONE_GROUP_ID", Naming.id(asset))
            .put("ACTIVE_BYTES", deleted == null ? state.bytes() : 0L)
            .put("TIME_TRAVEL_BYTES", state.bytes() / 10)
            .put("FAILSAFE_BYTES", state.bytes() / 5)
            .put("RETAINED_FOR_CLONE_BYTES", 0L)
            .put("DELETED", deleted != null)
            .put("TABLE_CREATED", asset.created())
            .put("TABLE_DROPPED", deleted));
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
        Row.always()
            .put("TAG_DATABASE", "GOVERNANCE")
            .put("TAG_SCHEMA", "TAGS")
            .put("TAG_ID", Naming.id(name))
            .put("TAG_NAME", name)
            .put("TAG_VALUE", value)
            .put("OBJECT_DATABASE", Naming.upper(asset.database()))
            .put("OBJECT_SCHEMA", Naming.upper(asset.schema()))
            .put("OBJECT_ID", Naming.id(asset))
            .put("OBJECT_NAME", Naming.upper(asset.name()))
            .put("DOMAIN", column == null ? "TABLE" : "COLUMN")
            .put("COLUMN_ID", column == null ? null : Naming.id(asset, column))
            .put("COLUMN_NAME", column == null ? null : Naming.upper(column.name()))
            .put("APPLY_METHOD", "MANUAL"));
  }

  private void policy(Asset asset, Column column) {
    add(
        "POLICY_REFERENCES",
        Row.always()
            .put("POLICY_DB", "GOVERNANCE")
            .put("POLICY_SCHEMA", "POLICIES")
            .put("POLICY_ID", 1L)
            .put("POLICY_NAME", "MASK")
            .put("POLICY_KIND", "MASKING_POLICY")
            .put("REF_DATABASE_NAME", Naming.upper(asset.database()))
            .put("REF_SCHEMA_NAME", Naming.upper(asset.schema()))
            .put("REF_ENTITY_NAME", Naming.upper(asset.name()))
            .put("REF_ENTITY_DOMAIN", "TABLE")
            .put("REF_COLUMN_NAME", Naming.upper(column.name()))
            .put("POLICY_STATUS", "ACTIVE"));
  }

  private void dependency(Asset source, Asset view) {
    add(
        "OBJECT_DEPENDENCIES",
        Row.always()
            .put("REFERENCED_DATABASE", Naming.upper(source.database()))
            .put("REFERENCED_SCHEMA", Naming.upper(source.schema()))
            .put("REFERENCED_OBJECT_NAME", Naming.upper(source.name()))
            .put("REFERENCED_OBJECT_ID", Naming.id(source))
            .put("REFERENCED_OBJECT_DOMAIN", source.kind() == Asset.Kind.VIEW ? "VIEW" : "TABLE")
            .put("REFERENCING_DATABASE", Naming.upper(view.database()))
            .put("REFERENCING_SCHEMA", Naming.upper(view.schema()))
            .put("REFERENCING_OBJECT_NAME", Naming.upper(view.name()))
            .put("REFERENCING_OBJECT_ID", Naming.id(view))
            .put("REFERENCING_OBJECT_DOMAIN", "VIEW")
            .put("DEPENDENCY_TYPE", "BY_NAME"));
  }

  private void share(Asset asset) {
    add(
        "GRANTS_TO_SHARES",
        Row.always()
            .put("CREATED_ON", asset.created())
            .put("PRIVILEGE", "SELECT")
            .put("GRANTED_ON", asset.kind() == Asset.Kind.VIEW ? "VIEW" : "TABLE")
            .put("OBJECT_NAME", Naming.upper(asset.name()))
            .put("OBJECT_DATABASE", Naming.upper(asset.database()))
            .put("OBJECT_SCHEMA", Naming.upper(asset.schema()))
            .put("SHARE_NAME", "PARTNERS")
            .put("GRANTED_BY", "ACCOUNTADMIN"));
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
          Row.always()
              .put("TAG_DATABASE", "GOVERNANCE")
              .put("TAG_SCHEMA", "TAGS")
              .put("TAG_NAME", "COST_CENTER")
              .put("TAG_VALUE", "named")
              .put("OBJECT_NAME", warehouse)
              .put("OBJECT_ID", Naming.id(warehouse))
              .put("DOMAIN", "WAREHOUSE"));
    }
  }

  private void person(Person person) {
    if (person.joined().isAfter(at)) {
      return;
    }
    add(
        "USERS",
        Row.always()
            .put("USER_ID", person.index() + 1L)
            .put("NAME", Naming.user(person))
            .put("CREATED_ON", person.joined())
            .put("DELETED_ON", person.isHere(at) ? null : person.left())
            .put("LOGIN_NAME", Naming.user(person))
            .put("DISPLAY_NAME", person.name())
            .put("EMAIL", person.email())
            .put("HAS_PASSWORD", person.isHuman())
            .put("DISABLED", "false")
            .put("HAS_MFA", person.isHuman())
            .put("TYPE", Naming.type(person)));
  }

  private void grant(Grant grant) {
    if (grant.granted().isAfter(at)) {
      return;
    }
    add(
        "GRANTS_TO_USERS",
        Row.always()
            .put("CREATED_ON", grant.granted())
            .put("DELETED_ON", grant.holds(at) ? null : deleted(grant))
            .put("ROLE", Naming.role(grant))
            .put("GRANTED_TO", "USER")
            .put("GRANTEE_NAME", Naming.user(grant.holder()))
            .put("GRANTED_BY", "ACCOUNTADMIN"));
  }

  private Instant deleted(Grant grant) {
    return grant.revoked() == null || grant.revoked().isAfter(at) ? at : grant.revoked();
  }
}
