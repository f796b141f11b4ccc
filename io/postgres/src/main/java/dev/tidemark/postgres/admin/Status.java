// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How reading goes. */
public final class Status {
  private static final String CONNECTORS =
      "SELECT * FROM connector_health WHERE organisation_id = ? ORDER BY connector";

  private static final String SOME_CONNECTORS =
      "SELECT * FROM connector_health WHERE organisation_id = ? AND connector_id = ANY (?) ORDER BY"
          + " connector";

  private static final String VOLUME =
      "SELECT * FROM ingest_volume WHERE organisation_id = ? AND hour >= ? ORDER BY connector,"
          + " hour";

  private static final String ACCESS =
      "SELECT * FROM connection_details_access WHERE organisation_id = ? AND at >= ? ORDER BY at";

  private static final String COSTS =
      "SELECT connector_id, connector, unit, total::text, today::text, daily_budget::text"
          + " FROM connector_cost WHERE organisation_id = ? ORDER BY connector, unit";

  /**
   * A connector.
   *
   * @param status {@code ACTIVE} or {@code PAUSED}
   * @param state {@code in sync}, {@code out of sync}, {@code failing}, {@code budget spent},
   *     {@code starting}, {@code waiting} for its first stream, or {@code paused}
   * @param failure of the stream that has been failing longest
   */
  public record ConnectorStatus(
      ConnectorId id,
      String name,
      String type,
      String status,
      String state,
      long streams,
      long failing,
      long outOfSync,
      @Nullable Instant lastSync,
      @Nullable Instant completeThrough,
      @Nullable Instant failingSince,
      @Nullable String failure) {}

  /**
   * A stream.
   *
   * @param state as of a connector
   * @param held whether an instance reads it now
   * @param pausedUntil when reading goes on that rests on purpose; null where it does not
   * @param pauseReason why it rests
   * @param cost all it has cost beyond calls and bytes
   * @param day what was read in the last 24 hours, counted by the hour and with each page: it grows
   *     while a pass is under way, however long that takes; null where it was not asked for
   */
  public record StreamStatus(
      ConnectorId connector,
      String connectorName,
      String name,
      String stratum,
      String state,
      boolean held,
      Instant connectedAt,
      @Nullable Instant lastPoll,
      @Nullable Instant committedAt,
      @Nullable Instant completeThrough,
      @Nullable Instant failingSince,
      @Nullable String category,
      @Nullable String failure,
      @Nullable Instant nextTry,
      @Nullable Instant pausedUntil,
      @Nullable String pauseReason,
      Cost cost,
      @Nullable Volume day) {}

  /**
   * Streams behind one of them.
   *
   * @param connector of the one they are behind
   * @param name of the one they are behind
   * @param strata they read one of these; all where there are none
   */
  public record StreamPart(ConnectorId connector, String name, List<String> strata, int most) {}

  /**
   * What reading a connector costs in one of its platform's units.
   *
   * @param total since it was connected
   * @param today in this day of UTC
   * @param dailyBudget null where it is not bounded
   */
  public record ConnectorCost(
      ConnectorId connector,
      String name,
      String unit,
      BigDecimal total,
      BigDecimal today,
      @Nullable BigDecimal dailyBudget) {}

  /** What a connector brought in an hour. */
  public record HourlyVolume(
      ConnectorId connector, String name, Instant hour, long polls, long failures, Volume volume) {}

  /** Someone read or changed what a connector connects with. */
  public record Access(
      ConnectorId connector, Instant at, String actor, String action, String purpose) {}

  private final Database database;

  Status(Database database) {
    this.database = database;
  }

  public List<ConnectorStatus> connectors(OrganisationId organisation) {
    return database.list(CONNECTORS, Status::connector, organisation.value());
  }

  /** Some of them, which costs no more than those do. */
  public List<ConnectorStatus> connectors(
      OrganisationId organisation, Collection<ConnectorId> some) {
    return database.list(SOME_CONNECTORS, Status::connector, organisation.value(), ids(some));
  }

  /** With what was read of each in a day. */
  public List<StreamStatus> streams(OrganisationId organisation) {
    return StreamRows.all(database, organisation);
  }

  /** Those of a connector, with what was read of each in a day. */
  public List<StreamStatus> streams(OrganisationId organisation, ConnectorId connector) {
    return StreamRows.of(database, organisation, connector);
  }

  /** So many by connector and name, without what was read of them in a day. */
  public List<StreamStatus> streams(OrganisationId organisation, StreamPart part) {
    return StreamRows.part(database, organisation, part);
  }

  private static Object ids(Collection<ConnectorId> connectors) {
    return Columns.uuids(connectors.stream().map(ConnectorId::value).toList());
  }

  public List<ConnectorCost> costs(OrganisationId organisation) {
    return database.list(COSTS, Status::cost, organisation.value());
  }

  public List<HourlyVolume> volume(OrganisationId organisation, Instant since) {
    return database.list(VOLUME, Status::volume, organisation.value(), since);
  }

  public List<Access> access(OrganisationId organisation, Instant since) {
    return database.list(ACCESS, Status::access, organisation.value(), since);
  }

  private static ConnectorStatus connector(Row row) throws SQLException {
    return new ConnectorStatus(
        new ConnectorId(row.uuid("connector_id")),
        row.text("connector"),
        row.text("connector_type"),
        row.text("status"),
        row.text("state"),
        row.bigint("streams"),
        row.bigint("failing"),
        row.bigint("out_of_sync"),
        row.maybeInstant("last_sync_date").orElse(null),
        row.maybeInstant("complete_through").orElse(null),
        row.maybeInstant("failing_since").orElse(null),
        row.maybeText("failure").orElse(null));
  }

  private static ConnectorCost cost(Row row) throws SQLException {
    return new ConnectorCost(
        new ConnectorId(row.uuid("connector_id")),
        row.text("connector"),
        row.text("unit"),
        new BigDecimal(row.text("total")),
        new BigDecimal(row.text("today")),
        row.maybeText("daily_budget").map(BigDecimal::new).orElse(null));
  }

  private static HourlyVolume volume(Row row) throws SQLException {
    return new HourlyVolume(
        new ConnectorId(row.uuid("connector_id")),
        row.text("connector"),
        row.instant("hour"),
        row.bigint("polls"),
        row.bigint("failures"),
        read(row));
  }

  /** Of a row that adds it up. */
  static Volume read(Row row) throws SQLException {
    return new Volume(
        row.bigint("pages"), row.bigint("records"), row.bigint("bytes"), row.bigint("calls"));
  }

  private static Access access(Row row) throws SQLException {
    return new Access(
        new ConnectorId(row.uuid("connector_id")),
        row.instant("at"),
        row.text("actor"),
        row.text("action"),
        row.text("purpose"));
  }
}
