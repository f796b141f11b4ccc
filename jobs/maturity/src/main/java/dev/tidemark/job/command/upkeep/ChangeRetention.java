// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.upkeep;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.Table;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.RetentionRules;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says, or changes, how long things are kept. */
@Command(
    name = "retention",
    mixinStandardHelpOptions = true,
    description = {
      "Say how long what is not needed for ever is kept, or change it.",
      "A running job deletes what is older once a day. Kept for ever: windows of a day, closes,",
      "records that were passed over and do not count, costs, and who looked at what."
    })
public final class ChangeRetention implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;

  @Option(
      names = "--retain-hour-windows",
      paramLabel = "DAYS",
      description = "Keep windows of an hour that long.")
  private @Nullable Integer hourWindows;

  @Option(
      names = "--retain-sync-log",
      paramLabel = "DAYS",
      description = "Keep what was read by stream and hour that long.")
  private @Nullable Integer syncLog;

  @Option(
      names = "--retain-rejected",
      paramLabel = "DAYS",
      description =
          "Keep rejected records that count by now, or are not shown any more, that long.")
  private @Nullable Integer rejected;

  @Option(
      names = "--retain-jobs",
      paramLabel = "DAYS",
      description = "Keep jobs that ended that long.")
  private @Nullable Integer jobs;

  @Override
  public Integer call() {
    RetentionRules rules = rules();
    output.print(() -> facts(rules), () -> text(rules));
    return 0;
  }

  private RetentionRules rules() {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access())) {
      RetentionRules known = administration.retention().rules();
      RetentionRules wanted = wanted(known);
      if (!wanted.equals(known)) {
        administration.retention().change(wanted);
      }
      return wanted;
    }
  }

  private RetentionRules wanted(RetentionRules known) {
    return new RetentionRules(
        hourWindows == null ? known.hourWindows() : hourWindows,
        syncLog == null ? known.syncLog() : syncLog,
        rejected == null ? known.rejected() : rejected,
        jobs == null ? known.jobs() : jobs);
  }

  private static JsonNode facts(RetentionRules rules) {
    return Output.JSON
        .createObjectNode()
        .put("hour_windows_days", rules.hourWindows())
        .put("sync_log_days", rules.syncLog())
        .put("rejected_days", rules.rejected())
        .put("jobs_days", rules.jobs());
  }

  private static Stream<String> text(RetentionRules rules) {
    return Table.of("KEPT", "DAYS", "OPTION")
        .row("windows of an hour", rules.hourWindows(), "--retain-hour-windows")
        .row("what was read, by stream and hour", rules.syncLog(), "--retain-sync-log")
        .row("rejected records that count or are gone", rules.rejected(), "--retain-rejected")
        .row("jobs that ended", rules.jobs(), "--retain-jobs")
        .lines();
  }
}
