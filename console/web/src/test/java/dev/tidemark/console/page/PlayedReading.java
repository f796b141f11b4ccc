// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.page;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.database.Database;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * What reading leaves behind: volumes hour by hour, records that could not be used, and tables of
 * which some have no owner.
 */
record PlayedReading(Database database, OrganisationId organisation) {
  private static final String WAREHOUSE = "snowflake://acme-warehouse";
  private static final int OWNED = 240;
  private static final int ORPHANED = 127;

  void write() {
    volumes();
    rejected("order 4711", "the amount is no number");
    rejected("order 4712", "the amount is no number");
  }

  /** Before the score, which counts them. */
  void tables() {
    change(
        "UPDATE stream SET metrics = '{tidemark.data.asset.state}' WHERE organisation_id = ? AND"
            + " stratum = ? AND name = 'tables'",
        organisation.value(),
        WAREHOUSE);
    tables("sales", OWNED, true);
    tables("archive", ORPHANED, false);
    change(
        """
        INSERT INTO asset_cell (organisation_id, cell, stratum, signature, count)
        SELECT organisation_id, gen_random_uuid(), stratum, signature, count(*) FROM asset
         WHERE organisation_id = ? GROUP BY organisation_id, stratum, signature\
        """,
        organisation.value());
  }

  private void tables(String schema, int many, boolean owned) {
    String signature =
        "{\"owner.present\":\"%s\",\"read.day\":\"%s\",\"subject.type\":\"table\"}"
            .formatted(owned, LocalDate.now(ZoneOffset.UTC).minusDays(1));
    change(
        """
        INSERT INTO asset (organisation_id, urn, asset_type, stratum, facts, signature)
        SELECT ?, ? || lpad(n::text, 3, '0'), 'table', ?, '{}', ? FROM generate_series(1, ?) n\
        """,
        organisation.value(),
        WAREHOUSE + "/" + schema + "/table_",
        WAREHOUSE,
        signature,
        many);
  }

  /** Three weeks, with an hour in which polls failed. */
  private void volumes() {
    change(
        """
        INSERT INTO sync_log (stream_id, hour, organisation_id, polls, failures, pages, records, bytes, calls)
        SELECT s.id, h.hour, s.organisation_id, 60,
               CASE WHEN h.hour = date_trunc('hour', now(), 'UTC') - interval '5 hours' THEN 2 ELSE 0 END, 12,
               40 + 9 * extract(hour FROM h.hour), 52000 + 900 * extract(hour FROM h.hour), 64
          FROM stream s,
               generate_series(date_trunc('hour', now(), 'UTC') - interval '21 days', date_trunc('hour', now(), 'UTC'),
                               interval '1 hour') AS h(hour)
         WHERE s.organisation_id = ?\
        """,
        organisation.value());
  }

  /** One that its stream went on without, so that it can be read again. */
  private void rejected(String key, String reason) {
    change(
        """
        INSERT INTO rejected_record (id, organisation_id, connector_id, stream, connector_type, record_key, reason, payload,
                                     observed_at, stream_id, standing)
        SELECT ?, s.organisation_id, s.connector_id, s.name, s.connector_type, ?, ?, ?, now(), s.id, 'PASSED'
          FROM stream s JOIN data_connectors c ON c.id = s.connector_id
         WHERE s.organisation_id = ? AND c.name = 'lake' AND s.name = 'tables'\
        """,
        UUID.randomUUID(),
        key,
        reason,
        "{}".getBytes(StandardCharsets.UTF_8),
        organisation.value());
  }

  private void change(String sql, Object... parameters) {
    database.transaction(session -> session.change(sql, parameters));
  }
}
