// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import dev.tidemark.spi.Category;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.ResponseScenes;
import dev.tidemark.testkit.stage.ThrottleScenes;
import dev.tidemark.testkit.stage.TokenScenes;
import dev.tidemark.testkit.stage.VolumeScenes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers that go wrong, come late, or not at all. */
final class PlayTrouble implements ResponseScenes, ThrottleScenes, TokenScenes, VolumeScenes {
  /** What the SQL engine holds within the heap of a test, at 0.5 KB a row. */
  private static final int MANY = 100_000;

  private static final int HUGE = 10 * 1024 * 1024;

  /** The account as a whole is counted by these. */
  private static final Set<String> COUNTED = Set.of("TABLES", "USERS", "QUERY_HISTORY");

  private final Engine engine;
  private final Desk desk;
  private final Trouble trouble;
  private final PlayRecords records;

  PlayTrouble(Engine engine, Desk desk, Trouble trouble, PlayRecords records) {
    this.engine = engine;
    this.desk = desk;
    this.trouble = trouble;
    this.records = records;
  }

  @Override
  public Played spoil(String stream, Spoil how) {
    Recipe recipe = Recipes.find(stream).orElse(null);
    if (recipe == null) {
      return Played.not("it is made of counts, which are what they are");
    }
    Set<String> views = Set.of(recipe.shape().name());
    return switch (how) {
      case POISON_RECORD, HUGE_NUMBER -> poison(stream);
      case HUGE_TEXT -> hugeText(recipe);
      case FAILING_STREAM -> failing(recipe);
      case HALF_RESPONSE -> begin(Trouble.Kind.HALF, views, null);
      case WRONG_ENCODING -> begin(Trouble.Kind.WRONG_ENCODING, views, null);
      case TRUNCATED_COMPRESSION -> begin(Trouble.Kind.TRUNCATED, views, null);
    };
  }

  @Override
  public List<VendorError> errors() {
    return List.of(
        error(
            "002003 object does not exist",
            Category.PERMISSION,
            SqlFailure.invisible("SNOWFLAKE.ACCOUNT_USAGE.TABLES")),
        error("000606 no active warehouse", Category.PERMISSION, SqlFailure.noWarehouse()),
        error("000604 cancelled", Category.TRANSIENT, SqlFailure.cancelled()),
        error(
            "000904 invalid identifier",
            Category.UNSUPPORTED,
            new SqlFailure("000904", "42000", "SQL compilation error: invalid identifier 'X'")),
        new VendorError(
            "503 service unavailable",
            "tables",
            Category.TRANSIENT,
            () -> begin(Trouble.Kind.UNAVAILABLE, Set.of(), null)));
  }

  @Override
  public void mend() {
    trouble.mend();
  }

  @Override
  public Played throttle(Throttle how, Duration wait) {
    if (how != Throttle.DIALECT) {
      return Played.not("the vendor answers 429 without a time to wait, and documents none");
    }
    return begin(Trouble.Kind.THROTTLED, Set.of(), null);
  }

  @Override
  public void calm() {
    trouble.mend();
  }

  @Override
  public long refused() {
    return trouble.refused();
  }

  @Override
  public void expire() {
    desk.expire();
  }

  @Override
  public long issued() {
    return desk.issued();
  }

  @Override
  public long reused() {
    return desk.reused();
  }

  @Override
  public Played loseRenewal() {
    return Played.not("session tokens are no single-use ones: the master token renews again");
  }

  @Override
  public String largest() {
    return "query_history";
  }

  @Override
  public int most() {
    return MANY;
  }

  @Override
  public Played fill(int count) {
    var now = engine.clock().instant();
    int left = count;
    while (left > 0) {
      int some = Math.min(left, 20_000);
      int before = count - left;
      records.make("query_history", some, index -> now.minusMillis(1 + before + index));
      left -= some;
    }
    return Played.yes();
  }

  @Override
  public Played hang() {
    return begin(Trouble.Kind.SILENT, Set.of(), null);
  }

  @Override
  public void release() {
    trouble.mend();
  }

  private VendorError error(String name, Category category, SqlFailure failure) {
    return new VendorError(
        name, "tables", category, () -> begin(Trouble.Kind.SQL, Set.of("TABLES"), failure));
  }

  private Played begin(
      Trouble.Kind kind, Set<String> views, @org.jspecify.annotations.Nullable SqlFailure failure) {
    trouble.begin(new Trouble.Case(kind, views, failure, null));
    return Played.yes();
  }

  /** What is read from one view by several cannot fail for one of them. */
  private Played failing(Recipe recipe) {
    String view = recipe.shape().name();
    boolean shared =
        COUNTED.contains(view)
            || Recipes.all().stream().filter(it -> it.views().anyMatch(view::equals)).count() > 1;
    return shared
        ? Played.not("others are read from " + view + " as well, and fail with it")
        : begin(
            Trouble.Kind.SQL,
            Set.of(view),
            new SqlFailure("000603", "XX000", "SQL execution internal error"));
  }

  /** A record that says what cannot be: a text where a list must be, or no name of a state. */
  private Played poison(String stream) {
    Map<String, String> changes =
        Map.of(
            "access_history", "BASE_OBJECTS_ACCESSED = '[{\"objectDomain\": \"Table\"}]'",
            "access_lineage", "OBJECTS_MODIFIED = '[{\"objectDomain\": 5}, 7]'",
            "cortex_usage", "METRICS = '[{\"key\": 1}]'");
    String change = changes.get(stream);
    if (change == null) {
      return Played.not("the engine's columns are typed as the vendor's are: no row can lie");
    }
    Recipe recipe = Recipes.find(stream).orElseThrow();
    String added = records.addOne(recipe);
    engine.run(
        "UPDATE %s SET %s WHERE QUERY_ID = '%s'".formatted(recipe.shape().table(), change, added));
    return Played.yes();
  }

  private Played hugeText(Recipe recipe) {
    if (!recipe.shape().name().equals("TABLES") || !recipe.stream().equals("tables")) {
      return Played.not("it holds no text people write");
    }
    records.add(recipe.stream(), 1);
    engine.run(
        "UPDATE %s SET COMMENT = REPEAT('x', %d) WHERE TABLE_ID = (SELECT MAX(TABLE_ID) FROM %s)"
            .formatted(recipe.shape().table(), HUGE, recipe.shape().table()));
    return Played.yes();
  }
}
