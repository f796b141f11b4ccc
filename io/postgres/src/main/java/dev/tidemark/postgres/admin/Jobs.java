// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Submissions of the pipeline. The newest supersedes the others. */
public final class Jobs {
  private static final String START =
      "INSERT INTO pipeline_job (id, host) VALUES (?, ?) RETURNING id, epoch";

  private static final String START_AGAIN =
      """
      INSERT INTO pipeline_job (id, host) VALUES (?, ?)
          ON CONFLICT (id) DO UPDATE SET host = EXCLUDED.host, ended_at = NULL RETURNING id, epoch\
      """;

  private static final String NEWEST =
      "SELECT id, epoch, host, started_at, ended_at FROM pipeline_job ORDER BY epoch DESC LIMIT 1";

  /**
   * A submission.
   *
   * @param endedAt when it was ended in good order; null while it runs or if it was not
   */
  public record StartedJob(
      PipelineJob job, String host, Instant startedAt, @Nullable Instant endedAt) {}

  private final Database database;

  Jobs(Database database) {
    this.database = database;
  }

  /**
   * A new submission, which supersedes all before it.
   *
   * @param host where it was submitted, for people
   */
  public PipelineJob start(String host) {
    UUID id = UUID.randomUUID();
    return database.transaction(session -> session.one(START, Jobs::job, id, host));
  }

  /**
   * A submission that may have been noted before: then it is the same one, and what superseded it
   * meanwhile still does.
   *
   * @param id what tells it from others
   */
  public PipelineJob start(UUID id, String host) {
    return database.transaction(session -> session.one(START_AGAIN, Jobs::job, id, host));
  }

  /** The submission that supersedes the others; empty before the first. */
  public Optional<StartedJob> newest() {
    return database.find(NEWEST, Jobs::started);
  }

  /** Notes that a submission was ended in good order. */
  public void end(PipelineJob job) {
    database.transaction(
        session ->
            session.change(
                "UPDATE pipeline_job SET ended_at = now() WHERE id = ? AND ended_at IS NULL",
                job.id()));
  }

  private static StartedJob started(Row row) throws SQLException {
    return new StartedJob(
        job(row),
        row.text("host"),
        row.instant("started_at"),
        row.maybeInstant("ended_at").orElse(null));
  }

  private static PipelineJob job(Row row) throws SQLException {
    return new PipelineJob(row.uuid("id"), row.bigint("epoch"));
  }
}
