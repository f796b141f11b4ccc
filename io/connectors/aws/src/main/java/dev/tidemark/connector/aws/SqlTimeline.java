// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Column;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Keys;
import dev.tidemark.authoring.Part;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement about what happened in a database of Redshift, added up by hours: an hour is read
 * whole, again and again until it is older than the lookback, and then counted for good.
 *
 * @param columns those of the statement besides {@code began_at}, in the record behind {@link
 *     WarehouseFields}
 * @param identity the columns that tell rows of one hour apart
 */
record SqlTimeline(
    StreamDescription description, List<Column> columns, List<String> identity, Events events)
    implements TimelineStream {
  /** Statements that run show when they end, and none runs longer than a day. */
  private static final Duration LOOKBACK = Duration.ofDays(1);

  @Override
  public List<Field> fields() {
    return WarehouseFields.with(columns, "when the hour began in which it happened");
  }

  @Override
  public List<String> primaryKey() {
    return WarehouseFields.key(Stream.concat(Stream.of("at"), identity.stream()).toList());
  }

  @Override
  public String cursor() {
    return "at, ascending within a database; ties by " + String.join(", ", identity);
  }

  @Override
  public Duration lookback() {
    return LOOKBACK;
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
    parameters.put("since", SqlText.time(floor.truncatedTo(ChronoUnit.HOURS)));
    SqlJson json = new SqlJson(columns, warehouse.cluster());
    return Statement.on(warehouse, session)
        .rows(SqlText.of(description.name()), parameters)
        .stream()
        .map(row -> moment(group, warehouse, session, json, row))
        .toList();
  }

  private Moment moment(
      Part group, Warehouse warehouse, Session session, SqlJson json, SqlRow row) {
    ObjectNode cells = json.of(row);
    Instant at = row.time("began_at");
    String id =
        identity.stream()
            .map(name -> Keys.encoded(cells.path(name).asText()))
            .collect(Collectors.joining("/"));
    ObjectNode record = WarehouseFields.of(warehouse).put("at", at.toString());
    WarehouseFields.kind(row, session).ifPresent(kind -> record.put("kind", kind));
    record.setAll(cells);
    Optional<Moment.Told> told = Optional.of(new Moment.Told(record, Moment.State.OVER));
    return new Moment(group.path() + Keys.encoded(at.toString()) + "/" + id, at, id, it -> told);
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    events.normalise(record, context, emitter);
  }
}
