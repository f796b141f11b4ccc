// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.page;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.database.Database;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What reading leaves behind: volumes hour by hour, and records that could not be used. */
record PlayedReading(Database database, OrganisationId organisation) {
  void write() {
    volumes();
    rejected("order 4711", "the amount is no number");
    rejected("order 4712", "the amount is no number");
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
