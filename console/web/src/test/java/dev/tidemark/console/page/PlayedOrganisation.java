// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.page;

import dev.tidemark.maturity.live.OrganisationScorer;
import dev.tidemark.maturity.model.CoreModel;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.Stratum;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.NewConnector;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.ledger.PostgresLedger;
import dev.tidemark.spi.ledger.OrganisationEvidence.Attestation;
import dev.tidemark.spi.options.Secret;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** An organisation as a job leaves it: read, scored, and closed day by day. */
record PlayedOrganisation(OrganisationId id, DatabaseAccess access) {
  private static final int DAYS = 120;
  private static final long SEED = 42;

  private static final Map<String, List<String>> PLATFORMS =
      Map.of(
          "warehouse", List.of("snowflake", "tables", "queries", "principals"),
          "lake", List.of("aws", "buckets", "tables"),
          "models", List.of("databricks", "endpoints", "models"));

  static OrganisationId found(DatabaseAccess access, String name) {
    return Administration.of(access).organisations().findOrCreate(name);
  }

  static PlayedOrganisation in(DatabaseAccess access, String name) {
    String model = MaturityModel.core().reference();
    Administration.of(access).models().register(model, "1.0.0", CoreModel.text());
    Administration.of(access).models().activate(model);
    PlayedOrganisation played = new PlayedOrganisation(found(access, name), access);
    PLATFORMS.forEach(
        (connector, plan) -> played.connect(connector, plan.get(0), plan.subList(1, plan.size())));
    played.attest();
    PlayedReading reading = new PlayedReading(access.database(), played.id);
    reading.tables();
    played.score();
    played.closes(model);
    played.shadow();
    reading.write();
    return played;
  }

  /** Has all streams of a connector be refused. */
  void refuse(String connector) {
    change(
        """
        UPDATE stream SET failing_since = now() - interval '2 minutes', failure_category = 'AUTH',
               failure_message = 'The server refused the password of the role tidemark.', next_try = now() + interval '5 minutes'
          FROM data_connectors c WHERE c.id = connector_id AND c.name = ?\
        """,
        connector);
  }

  /** As a job does that finds a new connector, and again once reading goes well. */
  void read(String connector) {
    change(
        """
        INSERT INTO stream (organisation_id, connector_id, name, connector_type, stratum, interval_millis, latency_millis,
                            precedence, metrics, complete_through, committed_at, last_poll, caught_up_at)
        SELECT organisation_id, id, 'tables', connector_type, 'postgres://' || name, 60000, 0, 'NATIVE_PLATFORM', '{m}',
               now(), now(), now(), now()
          FROM data_connectors WHERE name = ?
            ON CONFLICT (connector_id, name) DO UPDATE SET failing_since = NULL, failure_category = NULL,
               failure_message = NULL, next_try = NULL, complete_through = now(), last_poll = now(), caught_up_at = now()\
        """,
        connector);
  }

  /** As a job does, before there are closes, for those are played. */
  private void score() {
    try (PostgresLedger ledger = access.open()) {
      ledger.scores().write(OrganisationScorer.on(ledger).score(id, Instant.now()));
    }
  }

  private void connect(String name, String type, List<String> streams) {
    ConnectorId connector =
        Administration.of(access)
            .connectors()
            .add(
                new NewConnector(id, type, name, Secret.of("{}"), Set.of(), Map.of()),
                "connected for the test");
    change(
        "UPDATE data_connectors SET created_at = now() - interval '60 days' WHERE id = ?",
        connector.value());
    for (String stream : streams) {
      change(
          """
          INSERT INTO stream (organisation_id, connector_id, name, connector_type, stratum, interval_millis, latency_millis,
                              precedence, metrics, connected_at, complete_through, committed_at, last_poll, caught_up_at)
          VALUES (?, ?, ?, ?, ?, 60000, 0, 'NATIVE_PLATFORM', '{m}', now() - interval '60 days',
                  now() - interval '90 seconds', now(), now(), now())\
          """,
          id.value(),
          connector.value(),
          stream,
          type,
          type + "://acme-" + name);
    }
  }

  /** Says how well things stand where telemetry of months would say it. */
  private void attest() {
    Random random = new Random(SEED);
    LocalDate expiry = LocalDate.now(ZoneOffset.UTC).plusDays(200);
    for (String indicator : MaturityModel.core().indicators().keySet()) {
      for (String stratum :
          List.of("snowflake://acme-warehouse", "aws://acme-lake", "databricks://acme-models")) {
        if (random.nextDouble() < 0.7) {
          Attestation attestation =
              new Attestation(
                  indicator, new Stratum(stratum), 0.2 + 0.7 * random.nextDouble(), "Ada", expiry);
          Administration.of(access).attestations().sign(id, attestation, "as last looked at");
        }
      }
    }
  }

  /** Another version of the model, scored in the shadow: governance counts more, cost less. */
  private void shadow() {
    String text =
        CoreModel.text()
            .replace("version: 1.0.0", "version: 2.0.0")
            .replace("GOV: {weight: 0.15", "GOV: {weight: 0.20")
            .replace("FIN: {weight: 0.08", "FIN: {weight: 0.03");
    String reference = MaturityModel.parse(text, "the next one").reference();
    Administration.of(access).models().register(reference, "2.0.0", text);
    Administration.of(access).models().shadow(reference);
  }

  private void closes(String model) {
    change("DELETE FROM score_close WHERE organisation_id = ?", id.value());
    Random random = new Random(SEED);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    double score = 0.16;
    for (int before = DAYS; before > 0; before--) {
      PlayedDay day = PlayedDay.after(score, random);
      day.write(access.database(), id, model, today.minusDays(before));
      score = day.score();
    }
  }

  private void change(String sql, Object... parameters) {
    Database database = access.database();
    database.transaction(session -> session.change(sql, parameters));
  }
}
