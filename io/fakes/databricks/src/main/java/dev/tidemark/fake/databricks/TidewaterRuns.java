// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Asset;
import dev.tidemark.testkit.organisation.Run;
import dev.tidemark.testkit.organisation.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The runs of the company's jobs, and what they moved. */
final class TidewaterRuns {
  private static final Duration SLICE = Duration.ofHours(1);

  private final Account account;
  private final Promptness promptness;
  private final List<TableRow> rows = new ArrayList<>();

  TidewaterRuns(Account account, Promptness promptness) {
    this.account = account;
    this.promptness = promptness;
  }

  /** The rows of what began in a range. */
  List<TableRow> rows(TimeRange range) {
    account.runs(range).forEach(this::run);
    return rows;
  }

  /** A run in slices of an hour; its state comes with the last, which shows once it is there. */
  private void run(Run run) {
    Instant from = run.begun();
    while (from.isBefore(run.ended())) {
      Instant hourLater = from.plus(SLICE);
      boolean last = !hourLater.isBefore(run.ended());
      Instant to = last ? run.ended() : hourLater;
      rows.add(slice(run, from, to, last).showing(shown(run, to)));
      from = hourLater;
    }
    for (Asset source : run.pipeline().reads()) {
      for (Asset target : run.pipeline().writes()) {
        moved(run, source, target);
      }
    }
  }

  private static TableRow slice(Run run, Instant from, Instant to, boolean last) {
    return TableRow.of(
        "lakeflow.job_run_timeline",
        "workspace_id",
        World.WORKSPACE,
        "job_id",
        Integer.toString(run.pipeline().index() + 1),
        "run_id",
        run.id(),
        "period_start_time",
        from,
        "period_end_time",
        to,
        "trigger_type",
        run.pipeline().trigger().name().equals("MANUAL") ? "ONETIME" : "CRON",
        "run_type",
        "JOB_RUN",
        "run_name",
        run.pipeline().name(),
        "result_state",
        last ? run.failure() == null ? "SUCCEEDED" : "FAILED" : null,
        "run_duration_seconds",
        last ? Math.max(1, Duration.between(run.begun(), run.ended()).toSeconds()) : null);
  }

  private void moved(Run run, Asset source, Asset target) {
    if (run.failure() == null && account.isTraced(target, run.begun())) {
      rows.add(
          TableRow.of(
                  "access.table_lineage",
                  "workspace_id",
                  World.WORKSPACE,
                  "entity_type",
                  "JOB",
                  "source_table_full_name",
                  source.path(),
                  "source_table_catalog",
                  source.database(),
                  "source_type",
                  TidewaterHistory.type(source),
                  "target_table_full_name",
                  target.path(),
                  "target_table_catalog",
                  target.database(),
                  "target_type",
                  TidewaterHistory.type(target),
                  "created_by",
                  TidewaterInventory.principal(run.pipeline().operator()),
                  "event_time",
                  run.ended())
              .showing(shown(run, run.ended())));
    }
  }

  private Instant shown(Run run, Instant ended) {
    Duration latency = promptness.latency(TidewaterHistory.LATENCY);
    return ended.plusMillis((long) (latency.toMillis() * run.lateness()));
  }
}
