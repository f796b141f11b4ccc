// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import dev.tidemark.testkit.stage.ChangeScenes;
import dev.tidemark.testkit.stage.DeletionScenes;
import dev.tidemark.testkit.stage.EmptyScenes;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.TimedScenes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** Records that appear, change and disappear. */
final class PlayRecords implements TimedScenes, ChangeScenes, DeletionScenes, EmptyScenes {
  private static final long FIRST = 500_000_000L;
  private static final Duration LATE = Duration.ofMinutes(30);

  /** Numbers are unique in this process: records made in any way never share one. */
  private static final AtomicLong NEXT = new AtomicLong(FIRST);

  private final Engine engine;
  private final Trouble trouble;

  PlayRecords(Engine engine, Trouble trouble) {
    this.engine = engine;
    this.trouble = trouble;
  }

  @Override
  public Played change(String stream, int count) {
    return switch (stream) {
      case "query_history" ->
          update("QUERY_HISTORY", "EXECUTION_STATUS = 'FAIL'", "END_TIME", count);
      case "task_history" -> update("TASK_HISTORY", "STATE = 'SUCCEEDED'", "COMPLETED_TIME", count);
      case "table_dml_history" ->
          update("TABLE_DML_HISTORY", "ROWS_ADDED = ROWS_ADDED + 1", "END_TIME", count);
      case "copy_history" ->
          update("COPY_HISTORY", "STATUS = 'Partially loaded'", "LAST_LOAD_TIME", count);
      case "warehouse_metering_history" ->
          update(
              "WAREHOUSE_METERING_HISTORY", "CREDITS_USED = CREDITS_USED + 1", "END_TIME", count);
      case "cortex_usage" ->
          update("CORTEX_AI_FUNCTIONS_USAGE_HISTORY", "CREDITS = CREDITS + 1", "END_TIME", count);
      case "tables" -> update("TABLES", "COMMENT = 'changed'", "TABLE_ID", count);
      case "users" -> update("USERS", "DISABLED = 'true'", "USER_ID", count);
      default -> Played.not("its records do not change once they show");
    };
  }

  @Override
  public Played delete(String stream, int count) {
    return switch (stream) {
      case "tables", "tag_references", "grants_to_shares" ->
          update("TABLES", "DELETED = CREATED", "TABLE_ID", count);
      case "users" ->
          update(
              "USERS",
              "DELETED_ON = TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00Z'",
              "USER_ID",
              count);
      case "columns" -> remove("TAG_REFERENCES", "DOMAIN = 'COLUMN'", "OBJECT_ID", count);
      case "table_storage_metrics" ->
          remove("TABLE_STORAGE_METRICS", "TRUE", "TABLE_CATALOG_ID", count);
      case "object_dependencies" ->
          remove("OBJECT_DEPENDENCIES", "TRUE", "REFERENCING_OBJECT_ID", count);
      default -> Played.not("nothing is ever deleted from it");
    };
  }

  @Override
  public Played failPartly(String stream) {
    Recipe recipe = Recipes.find(stream).orElse(null);
    if (recipe == null) {
      return Played.not("it is read by one statement");
    }
    SqlFailure failure =
        new SqlFailure("000630", "57014", "Statement reached its statement or warehouse timeout");
    trouble.begin(
        new Trouble.Case(Trouble.Kind.SQL_LATER, Set.of(recipe.shape().name()), failure, null));
    return Played.yes();
  }

  @Override
  public void mend() {
    trouble.mend();
  }

  @Override
  public Played empty() {
    Shape.ALL.forEach(shape -> engine.run("DELETE FROM " + shape.table()));
    return Played.yes();
  }

  /** Adds a record; answers the text that is its own. */
  String addOne(Recipe recipe) {
    add(recipe.stream(), 1);
    return Recipe.text(NEXT.get() - 1);
  }

  /** All at once. */
  @Override
  public Played make(String stream, int count, IntFunction<Instant> time) {
    Recipe recipe = Recipes.find(stream).orElse(null);
    if (recipe == null) {
      return Played.not("there is one account, and one record of it");
    }
    Map<Shape, List<Row>> rows = new LinkedHashMap<>();
    Instant shows = now();
    for (int index = 0; index < count; index++) {
      long number = NEXT.getAndIncrement();
      for (Recipe.Part part : recipe.rows()) {
        rows.computeIfAbsent(part.shape(), unused -> new ArrayList<>())
            .add(part.row(number, time.apply(index), shows));
      }
    }
    rows.forEach(engine::add);
    return Played.yes();
  }

  @Override
  public boolean isTimed(String stream) {
    return Recipes.find(stream).filter(recipe -> !recipe.time().isEmpty()).isPresent();
  }

  @Override
  public String untied() {
    return "each of its records has a number of its own, which is the cursor";
  }

  @Override
  public Instant now() {
    return engine.clock().instant();
  }

  @Override
  public Duration lateness() {
    return LATE;
  }

  private Played update(String view, String change, String order, int count) {
    Shape shape = Shape.of(view);
    int changed =
        engine.run(
            "UPDATE %s SET %s WHERE %s IN (SELECT %s FROM %s ORDER BY %s DESC LIMIT %d)"
                .formatted(shape.table(), change, order, order, shape.table(), order, count));
    return changed > 0 ? Played.yes() : Played.not("it has no record");
  }

  private Played remove(String view, String which, String key, int count) {
    Shape shape = Shape.of(view);
    int removed =
        engine.run(
            "DELETE FROM %s WHERE %s AND %s IN (SELECT DISTINCT %s FROM %s WHERE %s ORDER BY %s DESC LIMIT %d)"
                .formatted(shape.table(), which, key, key, shape.table(), which, key, count));
    return removed > 0 ? Played.yes() : Played.not("it has no record");
  }
}
