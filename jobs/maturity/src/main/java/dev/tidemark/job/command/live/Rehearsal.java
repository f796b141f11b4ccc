// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.command.Messages;
import dev.tidemark.job.local.FlinkJobs;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Jobs.StartedJob;
import dev.tidemark.postgres.database.SchemaVersion;
import java.util.Optional;

/**
 * What submitting a job would do, an upgrade or a rescaling included: said, not done.
 *
 * @param tasks how many of each step are to run side by side
 */
record Rehearsal(DatabaseAccess access, int tasks, Messages messages) {

  /** Says what becomes of the tables, and of the job there is. */
  void database() {
    int found = access.migrations().found();
    messages.line("tables   " + tables(found));
    messages.line("job      " + (found == SchemaVersion.EXPECTED ? job() : "not known before"));
  }

  /** Says whether a cluster has room; whether it has. */
  boolean cluster(FlinkJobs cluster) {
    FlinkJobs.Room room = cluster.room();
    messages.line(
        "Flink    %s, %d slots, %d of them free; %d tasks of each step would run"
            .formatted(room.version(), room.slots(), room.free(), tasks));
    if (room.slots() < tasks) {
      messages.note(
          "There are fewer slots than tasks: the job would wait. Start more TaskManagers, or give"
              + " fewer tasks with --parallelism.");
    }
    return room.slots() >= tasks;
  }

  private static String tables(int found) {
    if (found == 0) {
      return "none yet: they would be made";
    }
    return found == SchemaVersion.EXPECTED
        ? "up to date (" + found + ")"
        : "at %d: they would be brought to %d, and a job of an older build could not go on"
            .formatted(found, SchemaVersion.EXPECTED);
  }

  private String job() {
    try (Administration administration = Administration.of(access)) {
      Optional<StartedJob> running =
          administration.jobs().newest().filter(it -> it.endedAt() == null);
      return running.map(Rehearsal::superseded).orElse("none is known to run");
    }
  }

  private static String superseded(StartedJob it) {
    return "%d, started %s on %s, would be superseded and end"
        .formatted(it.job().epoch(), it.startedAt(), it.host());
  }
}
