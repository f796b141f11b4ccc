// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Column;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each COPY into a table of Redshift: what loads a table is a job, each COPY a run of it. */
final class LoadsStream implements TimelineStream {
  /** The views go back a week, and so does the search for the failures a success ends. */
  private static final Duration KEPT = Duration.ofDays(7);

  /** What the statement brings, and what is made of it. */
  private static final List<Column> COLUMNS =
      List.of(
          Column.integer("query_id", "unique within the warehouse"),
          Column.text("table_name", "what is loaded, without its schema"),
          Column.text("state", "as Redshift says it"),
          Column.text("outcome", "succeeded or failed; null while running"),
          Column.time("started_at", "when it began"),
          Column.time("completed_at", "when it ended"),
          Column.integer("loaded_rows", "rows that were loaded"),
          Column.integer("error_count", "rows that could not be"),
          Column.number("recovered_after_seconds", "since the first failure it ends; or null"));

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "redshift_loads",
        "Loads of Redshift tables by COPY: outcome, length, time until a failed one runs again",
        StreamKind.UPSERT,
        Duration.ofHours(1),
        Duration.ofMinutes(15),
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.RUN, MetricNames.RUN_DURATION, MetricNames.RECOVERY));
  }

  @Override
  public List<Field> fields() {
    return WarehouseFields.with(COLUMNS, "when it was last changed");
  }

  @Override
  public List<String> primaryKey() {
    return WarehouseFields.key(List.of("query_id"));
  }

  @Override
  public String cursor() {
    return "started_at, ascending within a database; ties by query_id; loads that are not over are"
        + " named";
  }

  @Override
  public Duration lookback() {
    return Duration.ofDays(1);
  }

  @Override
  public List<Part> places(Session session) {
    return Warehouse.parts(session);
  }

  @Override
  public List<Part> groups(Part place, Session session) {
    return List.of(place);
  }

  @Override
  public List<Moment> moments(Part group, Instant floor, Session session) {
    Warehouse warehouse = Warehouse.of(group, session);
    Map<String, String> parameters = SqlText.parameters(warehouse, session);
    parameters.put("since", SqlText.time(floor.minus(KEPT)));
    List<SqlRow> rows =
        Statement.on(warehouse, session).rows(SqlText.of("redshift_loads"), parameters);
    Map<String, Double> recoveries = recoveries(rows);
    return rows.stream()
        .filter(row -> !row.time("started_at").isBefore(floor))
        .map(row -> moment(group, warehouse, row, recoveries))
        .toList();
  }

  private static Map<String, Double> recoveries(List<SqlRow> rows) {
    Recoveries recoveries = new Recoveries();
    for (SqlRow row : rows) {
      end(row)
          .ifPresent(
              end ->
                  recoveries.add(
                      new Recoveries.Ended(
                          row.text("table_name"), row.text("query_id"), end, outcome(row))));
    }
    return recoveries.seconds();
  }

  private static Moment moment(
      Part group, Warehouse warehouse, SqlRow row, Map<String, Double> recoveries) {
    String id = row.text("query_id");
    Instant start = row.time("started_at");
    ObjectNode record = WarehouseFields.of(warehouse);
    record.setAll(new SqlJson(COLUMNS, warehouse.cluster()).of(row));
    if (!isRunning(row)) {
      record.put("outcome", outcome(row).word());
    }
    if (recoveries.containsKey(id)) {
      record.put("recovered_after_seconds", recoveries.get(id));
    }
    record.put("at", end(row).orElse(start).toString());
    Moment.State state = isRunning(row) ? Moment.State.RUNNING : Moment.State.OVER;
    Optional<Moment.Told> told = Optional.of(new Moment.Told(record, state));
    return new Moment(group.path() + Keys.encoded(id), start, id, reading -> told);
  }

  private static boolean isRunning(SqlRow row) {
    return row.text("state").equals("running");
  }

  private static Optional<Instant> end(SqlRow row) {
    return isRunning(row) ? Optional.empty() : row.find("completed_at").flatMap(SqlRow::parsed);
  }

  private static Recoveries.Outcome outcome(SqlRow row) {
    return row.text("state").equals("completed")
        ? Recoveries.Outcome.SUCCEEDED
        : Recoveries.Outcome.FAILED;
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    Optional<String> outcome = record.findText("outcome");
    if (outcome.isEmpty()) {
      return;
    }
    Instant end = record.instant("completed_at");
    Emitter then = emitter.at(end);
    Subject job = job(record, context);
    Attributes attributes = Attributes.of("outcome", outcome.get());
    then.sum(MetricNames.RUN, 1, job, attributes);
    double seconds = Duration.between(record.instant("started_at"), end).toMillis() / 1e3;
    then.histogram(MetricNames.RUN_DURATION, Math.max(0, seconds), job, attributes);
    record
        .findNumber("recovered_after_seconds")
        .ifPresent(it -> then.histogram(MetricNames.RECOVERY, it, job, Attributes.none()));
  }

  private static Subject job(Facts record, NormaliseContext context) {
    Warehouse warehouse = WarehouseFields.of(record);
    return new Subject(
        "job",
        context.stratum() + "/redshift/" + warehouse.address() + "/" + record.text("table_name"));
  }
}
