// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.outlet.EventType;
import dev.tidemark.outlet.OutletEvent;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Windows that changed, in the order they were committed. They are read where they are and not
 * noted: a window is an absolute value, so whoever missed one wants the newest.
 *
 * @param through the organisation's revision up to which these are all
 */
public record Windows(List<OutletEvent> events, long through) {
  private static final String REVISION = "SELECT revision FROM organisation WHERE id = ?";

  /** All windows of the last revision or none: more than wanted where one commit changed more. */
  private static final String CHANGED =
      """
      WITH changed AS (
        SELECT w.stream_id, w.series, w.grain, w.start, w.stratum, w.metric, w.attributes, w.revision,
               w.settled_count + w.tail_count AS count, w.settled_sum + w.tail_sum AS sum,
               w.settled_denominator + w.tail_denominator AS denominator, w.tail_count,
               s.organisation_id, s.name AS stream, s.connector_type, s.connector_id
          FROM stream s JOIN metric_window w ON w.stream_id = s.id
         WHERE s.organisation_id = ? AND s.revision > ? AND w.revision > ?),
      bound AS (SELECT max(revision) AS revision FROM (SELECT revision FROM changed ORDER BY revision LIMIT ?) AS first)
      SELECT changed.*, c.name AS connector
        FROM changed JOIN bound ON changed.revision <= bound.revision LEFT JOIN data_connectors c ON c.id = changed.connector_id
       ORDER BY changed.revision, stream_id, series, grain, start\
      """;

  public Windows {
    events = List.copyOf(events);
  }

  /**
   * Those changed after a revision.
   *
   * @param session a snapshot
   */
  public static Windows after(Session session, OrganisationId organisation, long revision, int most)
      throws SQLException {
    long now = session.one(REVISION, row -> row.bigint("revision"), organisation.value());
    List<OutletEvent> events =
        session.list(CHANGED, Windows::event, organisation.value(), revision, revision, most);
    boolean all = events.size() < most;
    return new Windows(events, all ? now : events.get(events.size() - 1).position());
  }

  private static OutletEvent event(Row row) throws SQLException {
    long revision = row.bigint("revision");
    Instant start = row.instant("start");
    String grain = row.text("grain");
    return new OutletEvent(
        revision,
        EventId.of(
            EventType.WINDOW_COMMITTED,
            row.bigint("stream_id"),
            row.uuid("series"),
            grain,
            start,
            revision),
        new OrganisationId(row.uuid("organisation_id")),
        EventType.WINDOW_COMMITTED,
        row.text("metric"),
        start,
        data(row, grain, start));
  }

  private static ObjectNode data(Row row, String grain, Instant start) throws SQLException {
    ObjectNode data =
        Notes.JSON
            .createObjectNode()
            .put("organisation_id", row.uuid("organisation_id").toString())
            .put("connector", row.maybeText("connector").orElse(null))
            .put("connector_type", row.text("connector_type"))
            .put("stream", row.text("stream"))
            .put("platform", row.text("stratum"))
            .put("metric", row.text("metric"))
            .put("grain", grain)
            .put("start", start.toString())
            .put("count", row.bigint("count"))
            .put("sum", row.number("sum"))
            .put("denominator", row.number("denominator"))
            .put("provisional_count", row.bigint("tail_count"))
            .put("revision", row.bigint("revision"));
    data.set("attributes", Notes.parse(row.text("attributes")));
    return data;
  }
}
