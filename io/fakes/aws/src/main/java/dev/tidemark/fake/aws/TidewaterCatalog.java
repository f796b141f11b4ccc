// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Asset;
import dev.tidemark.testkit.organisation.AssetState;
import dev.tidemark.testkit.organisation.CheckResult;
import dev.tidemark.testkit.organisation.Column;
import dev.tidemark.testkit.organisation.Pipeline;
import dev.tidemark.testkit.organisation.Run;
import dev.tidemark.testkit.organisation.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** The company's tables, jobs, runs and checks as Glue shows them. */
record TidewaterCatalog(Account account, Instant now) {
  private static final Duration HISTORY = Duration.ofDays(60);
  private static final Map<String, String> RULES =
      Map.of(
          "completeness", "IsComplete \"id\"",
          "uniqueness", "IsUnique \"id\"",
          "freshness", "DataFreshness \"loaded_at\" <= 24 hours",
          "volume", "RowCount > 0",
          "consistency", "ReferentialIntegrity \"id\" \"other.id\" = 1.0");

  void fill(Region region) {
    account.assets(now).stream()
        .filter(TidewaterCatalog::holds)
        .forEach(asset -> table(asset, region));
    account.pipelines().stream()
        .filter(pipeline -> !now.isBefore(pipeline.since()))
        .forEach(pipeline -> region.put(Shelf.JOB, job(pipeline)));
    TimeRange range = new TimeRange(now.minus(HISTORY), now);
    account.runs(range).forEach(run -> region.put(Shelf.RUN, run(run)));
    account
        .checks(range)
        .filter(check -> holds(check.asset()))
        .forEach(check -> region.put(Shelf.QUALITY_RESULT, result(check)));
  }

  /** Whether the lake's catalogue has an asset. */
  private static boolean holds(Asset asset) {
    return asset.kind() != Asset.Kind.BUCKET && !TidewaterWarehouse.holds(asset);
  }

  private void table(Asset asset, Region region) {
    AssetState state = account.state(asset, now);
    ObjectNode table = node();
    table.put("DatabaseName", asset.database()).put("Name", name(asset));
    table.put("CreateTime", seconds(asset.created()));
    table.put("TableType", asset.kind() == Asset.Kind.VIEW ? "VIRTUAL_VIEW" : "EXTERNAL_TABLE");
    table.put("Owner", state.owner() == null ? "hadoop" : state.owner().login());
    if (state.description() != null) {
      table.put("Description", state.description());
    }
    if (state.written() != null) {
      table.put("UpdateTime", seconds(state.written()));
    }
    columns(asset, state, table.putObject("StorageDescriptor"));
    parameters(state, table.putObject("Parameters"));
    region.put(Shelf.DATABASE, node().put("Name", asset.database()));
    region.put(Shelf.TABLE, table);
  }

  private static void columns(Asset asset, AssetState state, ObjectNode storage) {
    ArrayNode columns = storage.putArray("Columns");
    for (Column column : asset.columns()) {
      ObjectNode node = columns.addObject().put("Name", column.name());
      node.put("Type", column.type().name().toLowerCase(Locale.ROOT));
      if (state.describes(column)) {
        node.put("Comment", column.description());
      }
    }
    if (state.contracted()) {
      storage.putObject("SchemaReference").put("SchemaVersionNumber", 1);
    }
  }

  private static void parameters(AssetState state, ObjectNode parameters) {
    parameters.put("classification", "parquet");
    parameters.put("recordCount", Long.toString(state.rows()));
    parameters.put("sizeKey", Long.toString(state.bytes()));
    if (state.classification() != null) {
      String value = state.classification().name().toLowerCase(Locale.ROOT);
      parameters.put("data-classification", value);
    }
  }

  /** The catalogue has no schemas. */
  private static String name(Asset asset) {
    return asset.schema().replace('-', '_') + "_" + asset.name();
  }

  private ObjectNode job(Pipeline pipeline) {
    ObjectNode job = node().put("Name", pipeline.name()).put("MaxRetries", 1);
    job.put("CreatedOn", seconds(pipeline.since()))
        .put("LastModifiedOn", seconds(pipeline.since()));
    job.putObject("Command").put("Name", "glueetl");
    ObjectNode nodes = job.putObject("CodeGenConfigurationNodes");
    pipeline.writes().stream()
        .filter(it -> holds(it) && account.state(it, now).traced())
        .forEach(it -> lineage(it, pipeline, nodes));
    return job;
  }

  private void lineage(Asset target, Pipeline pipeline, ObjectNode nodes) {
    ArrayNode inputs = JsonNodeFactory.instance.arrayNode();
    for (Asset source : pipeline.reads()) {
      String id = "node-" + source.index();
      inputs.add(id);
      boolean isTable = source.kind() == Asset.Kind.TABLE;
      ObjectNode node = nodes.putObject(id).putObject("CatalogSource").put("Name", id);
      node.put("Database", source.database());
      node.put("Table", isTable ? name(source) : source.name().replace('-', '_'));
    }
    ObjectNode node = nodes.putObject("target-" + target.index()).putObject("CatalogTarget");
    node.put("Name", name(target)).put("Database", target.database()).put("Table", name(target));
    node.set("Inputs", inputs);
  }

  private ObjectNode run(Run run) {
    ObjectNode node =
        node().put("Id", id(run, run.attempt())).put("JobName", run.pipeline().name());
    node.put("Attempt", run.attempt() - 1).put("StartedOn", seconds(run.begun()));
    if (run.attempt() > 1) {
      node.put("PreviousRunId", id(run, run.attempt() - 1));
    }
    if (run.pipeline().trigger() != Pipeline.Trigger.MANUAL) {
      node.put("TriggerName", run.pipeline().name() + "-trigger");
    }
    Run.Status status = run.status(now);
    node.put("JobRunState", status.name());
    boolean isOver = status != Run.Status.RUNNING;
    node.put("LastModifiedOn", seconds(isOver ? run.ended() : run.begun()));
    if (isOver) {
      node.put("CompletedOn", seconds(run.ended()));
      node.put("ExecutionTime", Duration.between(run.begun(), run.ended()).toSeconds());
    }
    return node;
  }

  private static String id(Run run, int attempt) {
    return "jr_%d_%d_attempt_%d".formatted(run.pipeline().index(), run.number(), attempt - 1);
  }

  private static ObjectNode result(CheckResult check) {
    ObjectNode node = node().put("ResultId", "dqresult-" + check.id());
    node.put("StartedOn", seconds(check.begun())).put("CompletedOn", seconds(check.ended()));
    node.put("Score", check.passed() ? 1.0 : 0.0);
    ObjectNode table = node.putObject("DataSource").putObject("GlueTable");
    table.put("DatabaseName", check.asset().database()).put("TableName", name(check.asset()));
    ObjectNode rule = node.putArray("RuleResults").addObject().put("Name", check.name());
    rule.put("Result", check.passed() ? "PASS" : "FAIL");
    rule.put("EvaluatedRule", RULES.getOrDefault(check.dimension(), "ColumnValues \"id\" > 0"));
    return node;
  }

  static double seconds(Instant time) {
    return time.toEpochMilli() / 1e3;
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
