// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.TestDatabase;
import dev.tidemark.postgres.crypto.Keyring;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.spi.ledger.LeaseAnswer;
import dev.tidemark.spi.ledger.StreamPlan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** An organisation of one's own in a database, and shorthand for what most tests do with it. */
public final class Fixture implements AutoCloseable {
  public static final Stratum STRATUM = new Stratum("postgres://db.example.com:5432");
  public static final PipelineJob JOB = new PipelineJob(UUID.randomUUID(), 1);

  public final DatabaseAccess access;
  public final Database database;
  public final Keyring keyring;
  public final PostgresLedger ledger;
  public final OrganisationId organisation;

  private Fixture(DatabaseAccess access) {
    this.access = access;
    this.database = access.database();
    this.keyring = access.keyring();
    this.ledger = access.open();
    this.organisation = newOrganisation();
  }

  public static Fixture shared() {
    return new Fixture(TestDatabase.shared());
  }

  public static Fixture fresh() {
    return new Fixture(TestDatabase.fresh());
  }

  public OrganisationId newOrganisation() {
    UUID id = UUID.randomUUID();
    change(
        "INSERT INTO organisation (id, name, pseudonym_key, version) VALUES (?, ?, ?::jsonb, 0)",
        id,
        "organisation " + id,
        sealed("a pseudonym key", id));
    return new OrganisationId(id);
  }

  public ConnectorId newConnector() {
    return newConnector(organisation);
  }

  public ConnectorId newConnector(OrganisationId owner) {
    UUID id = UUID.randomUUID();
    change(
        """
        INSERT INTO data_connectors (id, organisation_id, connector_type, name, connection_details, version)
        VALUES (?, ?, 'postgresql', ?, ?::jsonb, 0)\
        """,
        id,
        owner.value(),
        "connector " + id,
        sealed("{\"host\":\"db.example.com\"}", id));
    return new ConnectorId(id);
  }

  public StreamId newStream() {
    return new StreamId(organisation, newConnector(), "tables");
  }

  public LeaseAnswer take(StreamId stream, Lease lease) {
    return take(stream, lease, JOB);
  }

  public LeaseAnswer take(StreamId stream, Lease lease, PipelineJob job) {
    return take(stream, lease, job, Precedence.NATIVE_PLATFORM);
  }

  public LeaseAnswer take(StreamId stream, Lease lease, PipelineJob job, Precedence precedence) {
    StreamPlan plan =
        new StreamPlan(
            "postgresql",
            STRATUM,
            Duration.ofMinutes(1),
            Duration.ofSeconds(30),
            precedence,
            List.of("tidemark.data.asset.state", "tidemark.data.asset.count"));
    return ledger.leases().take(stream, lease, job, plan);
  }

  public Lease taken(StreamId stream) {
    Lease lease = Lease.random();
    take(stream, lease);
    return lease;
  }

  /** A stream is leased and read once: something was counted, and there is an asset. */
  public void readOnce(StreamId stream) {
    ledger
        .streams()
        .commit(
            List.of(
                CommitBuilder.commit(stream, taken(stream), 0, 1)
                    .sum("tidemark.data.asset.read", 1, 0)
                    .population("table", 1, 2)
                    .upsert(CommitBuilder.asset("a", "true"))
                    .build()));
  }

  public int change(String sql, Object... parameters) {
    return database.transaction(session -> session.change(sql, parameters));
  }

  public long number(String sql, Object... parameters) {
    return database.transaction(
        session -> session.one(sql, row -> row.bigint("number"), parameters));
  }

  public String text(String sql, Object... parameters) {
    return database.transaction(session -> session.one(sql, row -> row.text("text"), parameters));
  }

  public List<String> differences(OrganisationId of) {
    return database.snapshot(session -> new Recount(session, of.value()).differences());
  }

  public long revision() {
    return number("SELECT revision AS number FROM organisation WHERE id = ?", organisation.value());
  }

  private String sealed(String content, UUID owner) {
    return keyring.seal(content.getBytes(StandardCharsets.UTF_8), owner).json();
  }

  @Override
  public void close() {
    ledger.close();
    database.close();
  }
}
