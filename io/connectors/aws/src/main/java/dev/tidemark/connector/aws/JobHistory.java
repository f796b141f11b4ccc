// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Keys;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.GetJobRunsResponse;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;

/**
 * The runs of one job that began at a time or later. Glue lists them newest first and takes no
 * time; reading ends at the first older one that does not belong to a series of failures.
 */
final class JobHistory {
  private static final int MOST_PER_REQUEST = 200;

  /** A retry begins minutes after a failure; until then the failure is not the last word. */
  private static final Duration RETRY = Duration.ofHours(1);

  private static final Set<JobRunState> FAILED =
      Set.of(JobRunState.FAILED, JobRunState.TIMEOUT, JobRunState.ERROR, JobRunState.EXPIRED);

  private final Part job;
  private final Instant floor;
  private final Session session;
  private final List<JobRun> runs = new ArrayList<>();

  JobHistory(Part job, Instant floor, Session session) {
    this.job = job;
    this.floor = floor;
    this.session = session;
  }

  List<Moment> moments() {
    read();
    Set<String> retried =
        runs.stream()
            .map(JobRun::previousRunId)
            .filter(Records::isSaid)
            .collect(Collectors.toSet());
    Map<String, Double> recoveries = recoveries();
    return runs.stream()
        .filter(run -> run.startedOn() != null && !run.startedOn().isBefore(floor))
        .map(run -> moment(run, retried.contains(run.id()), recoveries.get(run.id())))
        .toList();
  }

  private void read() {
    GlueClient glue = session.clients().glue(job.place());
    Tokens.until(
        token ->
            session.call(
                Action.JOB_RUNS,
                job.place(),
                () ->
                    glue.getJobRuns(
                        it ->
                            it.jobName(job.name()).maxResults(MOST_PER_REQUEST).nextToken(token))),
        GetJobRunsResponse::nextToken,
        page -> {
          runs.addAll(page.jobRuns());
          return reachesBack();
        });
  }

  private boolean reachesBack() {
    return runs.stream()
        .anyMatch(
            run -> run.startedOn() != null && run.startedOn().isBefore(floor) && !isFailed(run));
  }

  /** How long the job had been failing when a run succeeded, by the run's id. */
  private Map<String, Double> recoveries() {
    Recoveries recoveries = new Recoveries();
    runs.stream()
        .filter(run -> run.completedOn() != null)
        .map(run -> new Recoveries.Ended(job.name(), run.id(), run.completedOn(), ended(run)))
        .forEach(recoveries::add);
    return recoveries.seconds();
  }

  private static Recoveries.Outcome ended(JobRun run) {
    if (isFailed(run)) {
      return Recoveries.Outcome.FAILED;
    }
    return run.jobRunState() == JobRunState.SUCCEEDED
        ? Recoveries.Outcome.SUCCEEDED
        : Recoveries.Outcome.OTHER;
  }

  private Moment moment(JobRun run, boolean isRetried, @Nullable Double recovery) {
    String key = job.path() + Keys.encoded(run.id());
    ObjectNode record = record(run);
    outcome(run, isRetried).ifPresent(outcome -> record.put("outcome", outcome));
    if (recovery != null) {
      record.put("recovered_after_seconds", recovery);
    }
    Optional<Moment.Told> told = Optional.of(new Moment.Told(record, state(run)));
    return new Moment(key, run.startedOn(), run.id(), reading -> told);
  }

  private ObjectNode record(JobRun run) {
    ObjectNode record = Records.blank(new RunsStream().fields());
    record
        .put("region", job.place())
        .put("job", job.name())
        .put("run_id", run.id())
        .put("attempt", run.attempt())
        .put("previous_run_id", run.previousRunId())
        .put("trigger", run.triggerName())
        .put("state", run.jobRunStateAsString())
        .put("execution_seconds", run.executionTime())
        .put("dpu_seconds", run.dpuSeconds());
    Records.putTime(record, "started_at", run.startedOn());
    Records.putTime(record, "completed_at", run.completedOn());
    Instant changed = run.lastModifiedOn() == null ? run.startedOn() : run.lastModifiedOn();
    Records.putTime(record, "at", changed);
    return record;
  }

  private static Optional<String> outcome(JobRun run, boolean isRetried) {
    if (run.completedOn() == null) {
      return Optional.empty();
    }
    if (isFailed(run)) {
      return Optional.of(isRetried ? "retried" : "failed");
    }
    return switch (run.jobRunState()) {
      case SUCCEEDED -> Optional.of("succeeded");
      case STOPPED -> Optional.of("cancelled");
      default -> Optional.empty();
    };
  }

  private Moment.State state(JobRun run) {
    boolean isDone = run.completedOn() != null;
    boolean mayBeRetried =
        isFailed(run) && isDone && run.completedOn().isAfter(session.now().minus(RETRY));
    return isDone && !mayBeRetried ? Moment.State.OVER : Moment.State.RUNNING;
  }

  private static boolean isFailed(JobRun run) {
    return FAILED.contains(run.jobRunState());
  }
}
