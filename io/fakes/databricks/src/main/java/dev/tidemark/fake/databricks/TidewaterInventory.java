// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Asset;
import dev.tidemark.testkit.organisation.AssetState;
import dev.tidemark.testkit.organisation.Column;
import dev.tidemark.testkit.organisation.Endpoint;
import dev.tidemark.testkit.organisation.Model;
import dev.tidemark.testkit.organisation.ModelState;
import dev.tidemark.testkit.organisation.ModelVersion;
import dev.tidemark.testkit.organisation.Person;
import dev.tidemark.testkit.organisation.Pipeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the company has in its workspace at a time. */
final class TidewaterInventory {
  private static final List<String> TABLES =
      List.of(
          "information_schema.tables",
          "information_schema.columns",
          "information_schema.table_tags",
          "information_schema.column_tags",
          "information_schema.column_masks",
          "information_schema.table_share_usage",
          "serving.served_entities");

  private final Account account;
  private final Instant now;
  private final List<TableRow> rows = new ArrayList<>();

  TidewaterInventory(Account account, Instant now) {
    this.account = account;
    this.now = now;
  }

  /** Puts it in place of what the company had before; what was made up stays. */
  void fill(World world, Engine engine) {
    TABLES.forEach(table -> engine.run("DELETE FROM " + Shape.of(table).table() + kept(table)));
    account.assets(now).stream()
        .filter(asset -> asset.kind() != Asset.Kind.BUCKET)
        .forEach(asset -> asset(asset, world));
    account.people(now).forEach(person -> person(person, world));
    account.models(now).forEach(model -> model(model, world));
    account.endpoints().stream()
        .filter(it -> it.exists(now))
        .forEach(endpoint -> endpoint(endpoint, world));
    for (Pipeline pipeline : account.pipelines()) {
      world.job(pipeline.index() + 1L, pipeline.name());
    }
    engine.add(rows);
  }

  private static String kept(String table) {
    return switch (table) {
      case "serving.served_entities" -> " WHERE ENDPOINT_NAME NOT LIKE 'made-%'";
      case "information_schema.tables",
          "information_schema.columns",
          "information_schema.column_masks" ->
          " WHERE TABLE_CATALOG <> 'made'";
      default -> " WHERE CATALOG_NAME <> 'made'";
    };
  }

  private void asset(Asset asset, World world) {
    AssetState state = account.state(asset, now);
    world.schema(asset.database(), asset.schema());
    boolean view = asset.kind() == Asset.Kind.VIEW;
    rows.add(
        TableRow.of(
            "information_schema.tables",
            "table_catalog",
            asset.database(),
            "table_schema",
            asset.schema(),
            "table_name",
            asset.name(),
            "table_type",
            view ? "VIEW" : "MANAGED",
            "table_owner",
            state.owner() == null ? "" : state.owner().email(),
            "comment",
            state.description(),
            "created",
            asset.created(),
            "last_altered",
            state.changed()));
    asset.columns().forEach(column -> column(asset, state, column));
    tags(asset, state);
  }

  private void column(Asset asset, AssetState state, Column column) {
    rows.add(
        TableRow.of(
            "information_schema.columns",
            "table_catalog",
            asset.database(),
            "table_schema",
            asset.schema(),
            "table_name",
            asset.name(),
            "column_name",
            column.name(),
            "ordinal_position",
            (long) column.position(),
            "data_type",
            "STRING",
            "comment",
            state.describes(column) ? column.description() : null));
    if (column.isSensitive() && state.classification() != null) {
      rows.add(
          TableRow.of(
              "information_schema.column_tags",
              "catalog_name",
              asset.database(),
              "schema_name",
              asset.schema(),
              "table_name",
              asset.name(),
              "column_name",
              column.name(),
              "tag_name",
              "class.name",
              "tag_value",
              ""));
    }
    if (state.masks(asset, column)) {
      rows.add(
          TableRow.of(
              "information_schema.column_masks",
              "table_catalog",
              asset.database(),
              "table_schema",
              asset.schema(),
              "table_name",
              asset.name(),
              "column_name",
              column.name()));
    }
  }

  private void tags(Asset asset, AssetState state) {
    if (state.classification() != null) {
      tag(asset, "sensitivity", state.classification().name().toLowerCase(java.util.Locale.ROOT));
    }
    if (state.certified()) {
      tag(asset, "system.certification_status", "certified");
    }
    if (state.retained()) {
      tag(asset, "retention", "365d");
    }
    if (state.exposure() == AssetState.Exposure.EXTERNAL) {
      rows.add(
          TableRow.of(
              "information_schema.table_share_usage",
              "catalog_name",
              asset.database(),
              "schema_name",
              asset.schema(),
              "table_name",
              asset.name(),
              "share_name",
              "partners"));
    }
  }

  private void tag(Asset asset, String name, String value) {
    rows.add(
        TableRow.of(
            "information_schema.table_tags",
            "catalog_name",
            asset.database(),
            "schema_name",
            asset.schema(),
            "table_name",
            asset.name(),
            "tag_name",
            name,
            "tag_value",
            value));
  }

  private void person(Person person, World world) {
    String id = Long.toString(1_000L + person.index());
    String name = person.isHuman() ? "userName" : "applicationId";
    ObjectNode principal = Listed.principal(1_000L + person.index(), name);
    principal.put(name, principal(person));
    world.put(person.isHuman() ? World.Kind.USERS : World.Kind.SERVICES, id, principal);
  }

  /** What system tables call somebody: a mail address, or the id of an application. */
  static String principal(Person person) {
    return person.isHuman()
        ? person.email()
        : "00000000-0000-4000-8000-%012d".formatted(person.index());
  }

  private void model(Model model, World world) {
    ModelState state = account.state(model, now);
    if (!state.registered()) {
      return;
    }
    String name = name(model);
    String owner = state.owner() == null ? "" : state.owner().email();
    ObjectNode shown = Listed.model(name, owner, "", model.created().toEpochMilli());
    world.remove(World.Kind.MODELS, name);
    for (ModelVersion version : account.versions(model, now)) {
      world.version(
          name, Listed.version(name, version.number(), version.registered().toEpochMilli()));
      if (!version.promoted().isAfter(now)) {
        shown.putArray("aliases");
        Listed.alias(shown, "champion", version.number());
      }
    }
    world.put(World.Kind.MODELS, name, shown);
  }

  private static String name(Model model) {
    return "ml.models." + model.name().replace('-', '_');
  }

  private void endpoint(Endpoint endpoint, World world) {
    ModelState state = account.state(endpoint.model(), now);
    String creator = state.owner() == null ? "" : state.owner().email();
    String model = state.registered() ? name(endpoint.model()) : "";
    world.put(
        World.Kind.ENDPOINTS,
        endpoint.name(),
        Listed.endpoint(endpoint.name(), creator, endpoint.created().toEpochMilli(), model));
    rows.add(
        TableRow.of(
            "serving.served_entities",
            "served_entity_id",
            entity(endpoint),
            "workspace_id",
            World.WORKSPACE,
            "endpoint_name",
            endpoint.name(),
            "entity_name",
            model,
            "entity_version",
            "1",
            "change_time",
            endpoint.created()));
  }

  static String entity(Endpoint endpoint) {
    return "entity-" + endpoint.index();
  }
}
