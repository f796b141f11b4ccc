// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.Population;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import dev.tidemark.spi.ledger.OrganisationEvidence.AssetCell;
import dev.tidemark.spi.ledger.OrganisationEvidence.Attestation;
import dev.tidemark.spi.ledger.OrganisationEvidence.Feed;
import dev.tidemark.spi.ledger.OrganisationEvidence.OwnedWindow;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The parts of an organisation's evidence, read in the caller's snapshot. */
final class EvidenceRows {
  /**
   * Only windows of streams that committed since are looked at; no index holds the revision. As a
   * join it was planned to look at every window there is.
   */
  private static final String WINDOWS =
      """
      SELECT s.organisation_id, coalesce(s.connector_id, s.left_connector) AS reader, s.name, w.*
        FROM metric_window w JOIN stream s ON s.id = w.stream_id
       WHERE w.stream_id = ANY (ARRAY(SELECT id FROM stream WHERE organisation_id = ? AND revision > ?))
         AND w.revision > ? AND w.grain = 'DAY' AND w.start >= ?\
      """;

  private static final String CELLS =
      "SELECT stratum, signature, count FROM asset_cell WHERE organisation_id = ?";

  private static final String CELLS_OF_DAY =
      "SELECT stratum, signature, count FROM asset_cell_daily WHERE organisation_id = ? AND day ="
          + " ?";

  /** Of streams that see the same, the one that sees most. */
  private static final String POPULATIONS =
      """
      SELECT stratum, kind, max(visible) AS visible, max(eligible) AS eligible
        FROM population WHERE organisation_id = ? GROUP BY stratum, kind\
      """;

  /** Streams of removed connectors too: what nobody reads any more ages. */
  private static final String FEEDS =
      """
      SELECT coalesce(connector_id, left_connector) AS reader, stream.*
        FROM stream WHERE organisation_id = ? ORDER BY id\
      """;

  private static final String REGISTER =
      """
      SELECT stratum, materiality, not_applicable::text, retired
        FROM estate_register WHERE organisation_id = ? AND valid_to IS NULL\
      """;

  private static final String ATTESTATIONS =
      """
      SELECT indicator, stratum, value, signer, expires
        FROM attestation WHERE organisation_id = ? AND withdrawn_at IS NULL AND expires >= CURRENT_DATE\
      """;

  private final Session session;
  private final UUID organisation;

  EvidenceRows(Session session, UUID organisation) {
    this.session = session;
    this.organisation = organisation;
  }

  List<OwnedWindow> windows(long after, Instant since) throws SQLException {
    return session.list(
        WINDOWS,
        row -> new OwnedWindow(stream(row), WindowRows.read(row)),
        organisation,
        after,
        after,
        since);
  }

  List<AssetCell> cells() throws SQLException {
    return session.list(CELLS, EvidenceRows::cell, organisation);
  }

  List<AssetCell> cellsOf(LocalDate day) throws SQLException {
    return session.list(CELLS_OF_DAY, EvidenceRows::cell, organisation, day);
  }

  List<Population> populations() throws SQLException {
    return session.list(
        POPULATIONS,
        row ->
            new Population(
                new Stratum(row.text("stratum")),
                row.text("kind"),
                row.bigint("visible"),
                row.bigint("eligible")),
        organisation);
  }

  List<Feed> feeds() throws SQLException {
    return session.list(FEEDS, EvidenceRows::feed, organisation);
  }

  List<RegisterEntry> register() throws SQLException {
    return session.list(
        REGISTER,
        row ->
            new RegisterEntry(
                new Stratum(row.text("stratum")),
                row.maybeNumber("materiality").orElse(null),
                RegisterJson.read(row.text("not_applicable")),
                row.flag("retired")),
        organisation);
  }

  List<Attestation> attestations() throws SQLException {
    return session.list(
        ATTESTATIONS,
        row ->
            new Attestation(
                row.text("indicator"),
                new Stratum(row.text("stratum")),
                row.number("value"),
                row.text("signer"),
                row.date("expires")),
        organisation);
  }

  private static AssetCell cell(Row row) throws SQLException {
    return new AssetCell(
        new Stratum(row.text("stratum")), Json.texts(row.text("signature")), row.bigint("count"));
  }

  private static Feed feed(Row row) throws SQLException {
    return new Feed(
        stream(row),
        row.text("connector_type"),
        new Stratum(row.text("stratum")),
        row.texts("metrics"),
        Duration.ofMillis(row.bigint("interval_millis")),
        Duration.ofMillis(row.bigint("latency_millis")),
        row.instant("connected_at"),
        row.maybeInstant("complete_through").orElse(null),
        row.maybeInstant("failing_since").orElse(null),
        row.maybeText("failure_category").orElse(null));
  }

  private static StreamId stream(Row row) throws SQLException {
    return new StreamId(
        new OrganisationId(row.uuid("organisation_id")),
        new ConnectorId(row.uuid("reader")),
        row.text("name"));
  }
}
