// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Keys;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.Place.Skipped;
import dev.tidemark.authoring.Records;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Each run of each pipeline of Data Factory, by the time it was last updated. A run that is not
 * over is updated once more, at the latest when it ends, and then comes again.
 */
final class RunsStream implements SlicedStream {
  private static final Set<String> OVER = Set.of("Succeeded", "Failed", "Cancelled");

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "pipeline_runs",
        "Runs of Data Factory pipelines: outcome, length, time until a failed one runs again",
        StreamKind.UPSERT,
        Duration.ofMinutes(15),
        Duration.ofMinutes(30),
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.RUN, MetricNames.RUN_DURATION, MetricNames.RECOVERY));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("factory", "string", "id of the factory"),
        new Field("pipeline", "string", "the pipeline's name"),
        new Field("run_id", "string", "unique in the factory"),
        new Field("run_group_id", "string", "what a run and its reruns share"),
        new Field("is_latest", "boolean", "whether no rerun has followed"),
        new Field("invoked_by", "string", "what kind of thing started it"),
        new Field(
            "status", "string", "Queued, InProgress, Succeeded, Failed, Cancelling, Cancelled"),
        new Field("run_start", "string", "when it began"),
        new Field("run_end", "string", "when it ended; null while it runs"),
        new Field("duration_ms", "integer", "how long it ran; null while it runs"),
        new Field("recovered_after_seconds", "number", "since the first failure it ends; or null"),
        new Field("at", "string", "when it was last updated"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("factory", "run_id");
  }

  @Override
  public String cursor() {
    return "at, ascending; ties by factory and run_id";
  }

  @Override
  public Duration lookback() {
    return Duration.ofHours(1);
  }

  @Override
  public Duration widest() {
    return Duration.ofHours(24);
  }

  @Override
  public Optional<Slice> slice(Session session, Instant from, Instant to, int most) {
    List<Happening> runs = new ArrayList<>();
    Skipped skipped = Skipped.NOTHING;
    for (Part part : Resources.parts(session, Resources::factories)) {
      if (part.failure() != null) {
        skipped = Skipped.SOMETHING;
        continue;
      }
      Resource factory = Resources.require(session, part, Resources::factories);
      try {
        Optional<List<JsonNode>> some =
            RunQuery.all(session, factory, from, to, most - runs.size());
        if (some.isEmpty()) {
          return Optional.empty();
        }
        some.get().stream()
            .map(run -> happening(run, factory))
            .filter(it -> !it.at().isBefore(from) && it.at().isBefore(to))
            .forEach(runs::add);
      } catch (ConnectorException refusal) {
        if (!Part.isRefusedBy(refusal)) {
          throw refusal;
        }
        skipped = Skipped.SOMETHING;
      }
    }
    return Optional.of(new Slice(runs, skipped));
  }

  private Happening happening(JsonNode run, Resource factory) {
    Instant at = Times.require(run, "lastUpdated");
    ObjectNode record = Records.blank(fields());
    record.put("factory", factory.id().toLowerCase(Locale.ROOT));
    Copies.put(record, "pipeline", run.path("pipelineName"));
    Copies.put(record, "run_id", run.path("runId"));
    Copies.put(record, "run_group_id", run.path("runGroupId"));
    Copies.put(record, "is_latest", run.path("isLatest"));
    Copies.put(record, "invoked_by", run.path("invokedBy").path("invokedByType"));
    Copies.put(record, "status", run.path("status"));
    Copies.put(record, "run_start", run.path("runStart"));
    Copies.put(record, "run_end", run.path("runEnd"));
    Copies.put(record, "duration_ms", run.path("durationInMs"));
    record.put("at", at.toString());
    String key = factory.part().path() + Keys.encoded(run.path("runId").asText());
    return new Happening(at, key, record, OVER.contains(run.path("status").asText()));
  }

  /** Remembers since when pipelines have been failing. */
  @Override
  public void pass(Happening run, SortedMap<String, Instant> failing) {
    String pipeline =
        run.record().path("factory").asText() + "#" + run.record().path("pipeline").asText();
    switch (run.record().path("status").asText()) {
      case "Failed" -> failing.putIfAbsent(pipeline, run.at());
      case "Succeeded" -> {
        Instant since = failing.remove(pipeline);
        run.record().putNull("recovered_after_seconds");
        if (since != null) {
          run.record()
              .put("recovered_after_seconds", Duration.between(since, run.at()).toMillis() / 1e3);
        }
      }
      default -> {}
    }
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    String status = record.text("status");
    if (!OVER.contains(status)) {
      return;
    }
    Subject pipeline = Subjects.pipeline(context, record.text("factory"), record.text("pipeline"));
    Attributes outcome = Attributes.of("outcome", outcome(status, record));
    Emitter then = emitter.at(record.findInstant("run_end").orElse(emitter.at()));
    then.sum(MetricNames.RUN, 1, pipeline, outcome);
    record
        .findNumber("duration_ms")
        .ifPresent(it -> then.histogram(MetricNames.RUN_DURATION, it / 1e3, pipeline, outcome));
    record
        .findNumber("recovered_after_seconds")
        .ifPresent(it -> then.histogram(MetricNames.RECOVERY, it, pipeline, Attributes.none()));
  }

  /** A failure somebody has run again is not the last word. */
  private static String outcome(String status, Facts run) {
    return switch (status) {
      case "Succeeded" -> "succeeded";
      case "Failed" -> run.findFlag("is_latest").orElse(true) ? "failed" : "retried";
      default -> "cancelled";
    };
  }
}
