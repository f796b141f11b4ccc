// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import dev.tidemark.testkit.stage.ChangeScenes;
import dev.tidemark.testkit.stage.DeletionScenes;
import dev.tidemark.testkit.stage.EmptyScenes;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.TimedScenes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;

/** Records that appear, change and disappear. */
final class PlayRecords implements TimedScenes, ChangeScenes, DeletionScenes, EmptyScenes {
  static final Played ONE_RECORD = Played.not("there is one account, and one record of it");
  private static final Played ONE_DATABASE =
      Played.not("there is one record for each database, and settings name the databases");
  private static final Set<String> TIMED =
      Set.of(
          "glue_job_runs",
          "glue_data_quality",
          "redshift_queries",
          "redshift_reads",
          "redshift_loads",
          "redshift_connections");

  /** Within the quarter of an hour the quickest stream may be late. */
  private static final Duration LATE = Duration.ofMinutes(10);

  private static final Map<String, Script> SCRIPTS =
      Map.ofEntries(
          Map.entry("s3_buckets", MadeBuckets.script()),
          Map.entry("s3_objects", MadeBuckets.script()),
          Map.entry("glue_tables", MadeCatalog.tables()),
          Map.entry("glue_jobs", MadeCatalog.jobs()),
          Map.entry("glue_job_runs", MadeCatalog.runs()),
          Map.entry("glue_data_quality", MadeCatalog.results()),
          Map.entry("sagemaker_endpoints", MadeModels.endpoints()),
          Map.entry("sagemaker_invocations", MadeModels.invocations()),
          Map.entry("model_packages", MadeModels.packages()),
          Map.entry("model_cards", MadeModels.cards()),
          Map.entry("redshift_tables", MadeRows.tables()),
          Map.entry("redshift_storage", MadeRows.storage()),
          Map.entry("redshift_users", MadeRows.users()),
          Map.entry("redshift_queries", MadeRows.queries()),
          Map.entry("redshift_reads", MadeRows.reads()),
          Map.entry("redshift_loads", MadeRows.loads()),
          Map.entry("redshift_connections", MadeRows.logins()));

  private final FakeAws fake;
  private final Map<String, List<Long>> shown = new HashMap<>();

  /** Even at first: of what comes in pairs the first half comes first. */
  private long next = 1_000_000;

  PlayRecords(FakeAws fake) {
    this.fake = fake;
  }

  @Override
  public boolean isTimed(String stream) {
    return TIMED.contains(stream);
  }

  @Override
  public Duration lateness() {
    return LATE;
  }

  @Override
  public synchronized Played make(String stream, int count, IntFunction<Instant> time) {
    Script script = SCRIPTS.get(stream);
    if (script == null) {
      return ONE_RECORD;
    }
    for (int index = 0; index < count; index++) {
      long number = next++;
      play(script.made(), number, time.apply(index));
      shown.computeIfAbsent(stream, it -> new ArrayList<>()).add(number);
    }
    return stream.equals("redshift_storage") ? ONE_DATABASE : Played.yes();
  }

  @Override
  public synchronized Played change(String stream, int count) {
    Script script = SCRIPTS.get(stream);
    if (script == null) {
      return ONE_RECORD;
    }
    newest(stream, count).forEach(number -> play(script.changed(), number, now()));
    return Played.yes();
  }

  @Override
  public synchronized Played delete(String stream, int count) {
    Script script = SCRIPTS.get(stream);
    if (script == null) {
      return ONE_RECORD;
    }
    if (stream.equals("redshift_storage")) {
      return ONE_DATABASE;
    }
    List<Long> gone = List.copyOf(newest(stream, count));
    gone.forEach(number -> play(script.removed(), number, now()));
    known(stream).removeAll(gone);
    return Played.yes();
  }

  @Override
  public Played failPartly(String stream) {
    if (!SCRIPTS.containsKey(stream)) {
      return ONE_RECORD;
    }
    if (stream.equals("redshift_storage")) {
      return ONE_DATABASE;
    }
    fake.server()
        .troubles()
        .always(Traffic.laterPages(stream), Traffic.failing(500, "InternalFailure"));
    return Played.yes();
  }

  @Override
  public void mend() {
    fake.mend();
  }

  @Override
  public Played empty() {
    fake.vacate();
    return Played.yes();
  }

  /** Does something to the account that nobody would undo by telling it anew. */
  void play(Script.Step step, long number, Instant at) {
    fake.settle();
    fake.change(world -> step.play(world, number, at));
  }

  /** Makes one more record of a stream in another way than usual. */
  synchronized long more(Script.Step step) {
    long number = next++;
    play(step, number, now().minusMillis(1));
    return number;
  }

  private List<Long> newest(String stream, int count) {
    List<Long> all = known(stream);
    return all.subList(Math.max(0, all.size() - count), all.size());
  }

  private List<Long> known(String stream) {
    return Objects.requireNonNull(shown.get(stream), "nothing was added to " + stream);
  }

  @Override
  public Instant now() {
    return fake.server().clock().instant();
  }
}
