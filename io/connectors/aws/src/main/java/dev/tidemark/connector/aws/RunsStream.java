// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Part;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Each run of each Glue job, until it is over. */
final class RunsStream implements TimelineStream {
  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "glue_job_runs",
        "Runs of Glue jobs: outcome, length, time until a failed job runs again",
        StreamKind.UPSERT,
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.RUN, MetricNames.RUN_DURATION, MetricNames.RECOVERY));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("region", "string", "where it ran"),
        new Field("job", "string", "the job's name"),
        new Field("run_id", "string", "unique within the account"),
        new Field("attempt", "integer", "0, or which retry it is"),
        new Field("previous_run_id", "string", "the run it retries"),
        new Field("trigger", "string", "what started it; null where a person or a program did"),
        new Field("state", "string", "as Glue says it"),
        new Field("outcome", "string", "succeeded, failed, retried, cancelled; null while running"),
        new Field("started_at", "string", "when it began"),
        new Field("completed_at", "string", "when it ended"),
        new Field("execution_seconds", "integer", "how long it used resources"),
        new Field("dpu_seconds", "number", "where Glue measures it"),
        new Field("recovered_after_seconds", "number", "since the first failure it ends; or null"),
        new Field("at", "string", "when it was last changed"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("region", "job", "run_id");
  }

  @Override
  public String cursor() {
    return "started_at, ascending within a job; ties by run_id; runs that are not over are named";
  }

  @Override
  public Duration lookback() {
    return Duration.ofDays(1);
  }

  @Override
  public List<Part> places(Session session) {
    return Regions.whole(session);
  }

  @Override
  public List<Part> groups(Part place, Session session) {
    List<Part> jobs = new ArrayList<>();
    Catalog.jobs(session, place.place(), job -> jobs.add(Part.of(place.place(), job.name())));
    return jobs;
  }

  @Override
  public List<Moment> moments(Part group, Instant floor, Session session) {
    return new JobHistory(group, floor, session).moments();
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    Optional<String> outcome = record.findText("outcome");
    if (outcome.isEmpty()) {
      return;
    }
    Subject job =
        new Subject(
            "job", context.stratum() + "/" + record.text("region") + "/glue/" + record.text("job"));
    Attributes attributes = Attributes.of("outcome", outcome.get());
    Emitter then = emitter.at(record.instant("completed_at"));
    then.sum(MetricNames.RUN, 1, job, attributes);
    record
        .findCount("execution_seconds")
        .ifPresent(it -> then.histogram(MetricNames.RUN_DURATION, (double) it, job, attributes));
    record
        .findNumber("recovered_after_seconds")
        .ifPresent(it -> then.histogram(MetricNames.RECOVERY, it, job, Attributes.none()));
  }
}
