// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Keys;
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
import java.util.Map;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.DataQualityResultDescription;
import software.amazon.awssdk.services.glue.model.ListDataQualityResultsResponse;

/** Each result of Glue Data Quality: rules run and passed, by what they look at. */
final class QualityStream implements TimelineStream {
  private static final int MOST_PER_REQUEST = 100;

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "glue_data_quality",
        "Results of Glue Data Quality: rules run and passed, tables checked",
        StreamKind.UPSERT,
        Duration.ofMinutes(30),
        Duration.ofHours(1),
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.CHECK, MetricNames.CHECK_LAST));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("namespace", "string", "ARN of the catalog the table is in"),
        new Field("region", "string", "where it was evaluated"),
        new Field("result_id", "string", "unique within the account"),
        new Field("database", "string", "of the table; null for data of a job"),
        new Field("table", "string", "what was looked at; null for data of a job"),
        new Field("job", "string", "the job that evaluated it; null for a table's own run"),
        new Field("score", "number", "share of rules that passed, as Glue says it"),
        new Field("rules", "array", "dimension, passed and run, for rules that were evaluated"),
        new Field("errors", "integer", "rules that could not be evaluated"),
        new Field("started_at", "string", "when the evaluation began"),
        new Field("completed_at", "string", "when it ended"),
        new Field("at", "string", "when it was last changed"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("region", "result_id");
  }

  @Override
  public String cursor() {
    return "started_at, ascending within a region; ties by result_id";
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
    return List.of(Part.of(place.place(), "results"));
  }

  @Override
  public List<Moment> moments(Part group, Instant floor, Session session) {
    GlueClient glue = session.clients().glue(group.place());
    List<Moment> moments = new ArrayList<>();
    Tokens.each(
        token ->
            session.call(
                Action.QUALITY_RESULTS,
                group.place(),
                () ->
                    glue.listDataQualityResults(
                        it ->
                            it.filter(when -> when.startedAfter(floor.minusSeconds(1)))
                                .maxResults(MOST_PER_REQUEST)
                                .nextToken(token))),
        ListDataQualityResultsResponse::nextToken,
        page -> page.results().forEach(it -> add(it, group, floor, moments)));
    return moments;
  }

  private static void add(
      DataQualityResultDescription result, Part group, Instant floor, List<Moment> moments) {
    Instant start = result.startedOn();
    if (start != null && !start.isBefore(floor)) {
      String key = group.path() + Keys.encoded(result.resultId());
      moments.add(
          new Moment(
              key,
              start,
              result.resultId(),
              session -> QualityRecord.read(result.resultId(), group.place(), session)));
    }
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    if (record.findInstant("completed_at").isEmpty()) {
      return;
    }
    Emitter then = emitter.at(record.instant("completed_at"));
    String region = record.text("region");
    Subject subject = subject(record, context.stratum() + "/" + region + "/glue/quality");
    for (Facts rules : record.list("rules")) {
      Attributes attributes = Attributes.of("check.dimension", rules.text("dimension"));
      then.ratio(
          MetricNames.CHECK,
          (double) rules.count("passed"),
          (double) rules.count("run"),
          subject,
          attributes);
    }
    if (record.findText("table").isPresent()) {
      then.state(MetricNames.CHECK_LAST, subject, Map.of("check.day", Emitter.day(then.at())));
    }
  }

  private static Subject subject(Facts record, String otherwise) {
    return record
        .findText("table")
        .map(
            table ->
                new Subject(
                    "table",
                    TablesStream.urn(record.text("namespace"), record.text("database"), table)))
        .orElseGet(() -> new Subject("account", otherwise));
  }
}
