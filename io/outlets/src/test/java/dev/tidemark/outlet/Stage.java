// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.embedded.Database;
import dev.tidemark.embedded.TestServer;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.model.score.ScoreUpdate.AttributionRow;
import dev.tidemark.model.score.ScoreUpdate.Composite;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import dev.tidemark.outlet.registry.NewOutlet;
import dev.tidemark.outlet.registry.OutletEntry;
import dev.tidemark.outlet.registry.Outlets;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.NewConnector;
import dev.tidemark.postgres.crypto.EncryptionKey;
import dev.tidemark.postgres.ledger.PostgresLedger;
import dev.tidemark.spi.ledger.StreamPlan;
import dev.tidemark.spi.options.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A database of one's own with an organisation that is scored, and shorthand for what happens. */
public final class Stage implements AutoCloseable {
  public static final String MODEL = "core-1.0.0";
  public static final String ORGANISATION = "Wharf & Sons";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Lease LEASE = Lease.random();
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  public final DatabaseAccess access;
  public final Outlets outlets;
  public final Administration administration;
  public final PostgresLedger ledger;
  public final OrganisationId organisation;
  private final dev.tidemark.postgres.database.Database database;

  /** Migrated, with the model active. */
  public Stage() {
    this(EncryptionKey.random().reveal());
  }

  /** The same with settings sealed by that key, or by the one in {@code file:PATH}. */
  public Stage(String key) {
    access = copied().withKey(key);
    database = access.database();
    outlets = Outlets.of(access);
    administration = Administration.of(access);
    ledger = access.open();
    organisation = administration.organisations().findOrCreate(ORGANISATION);
    administration.models().register(MODEL, "1.0.0", "a: 1");
    administration.models().activate(MODEL);
    change("UPDATE outlet_recording SET pace_seconds = 1");
  }

  /** Migrated once; others are copies of it. Nobody connects to it. */
  private static final class Template {
    static final Database DATABASE = TestServer.freshDatabase();

    static {
      access(DATABASE).migrations().apply();
    }
  }

  private static DatabaseAccess copied() {
    String name = "copy_" + UUID.randomUUID().toString().replace("-", "");
    Database template = Template.DATABASE;
    Database server = TestServer.shared().database();
    try (Connection connection =
            DriverManager.getConnection(
                server.jdbcUrl(), server.user(), server.password().reveal());
        Statement statement = connection.createStatement()) {
      String source = template.jdbcUrl().replaceFirst("^.*/", "");
      statement.execute("CREATE DATABASE " + name + " TEMPLATE " + source);
    } catch (SQLException failure) {
      throw new IllegalStateException("no copy of the migrated database", failure);
    }
    String url = template.jdbcUrl().replaceFirst("/[^/]*$", "/" + name);
    return access(new Database(url, template.user(), template.password()));
  }

  private static DatabaseAccess access(Database database) {
    return DatabaseAccess.at(database.jdbcUrl() + "?user=" + database.user())
        .withPassword(database.password().reveal())
        .withKey(EncryptionKey.random().reveal())
        .withPatience(Duration.ofSeconds(30));
  }

  /** Makes everything that was told long enough ago for the next change to be told. */
  public void letPacePass() {
    change("UPDATE outlet_told SET told_at = told_at - interval '1 hour'");
  }

  public OutletEntry webhook(Map<String, String> settings) {
    OutletType type = OutletTypes.of("webhook");
    return add(type, "hook", settings, type.usual());
  }

  public OutletEntry add(
      OutletType type, String name, Map<String, String> settings, Set<EventType> events) {
    type.options().parse(settings);
    Secret json = Secret.of(JSON.valueToTree(settings).toString());
    NewOutlet wanted = new NewOutlet(organisation, type, name, json, events);
    outlets.add(wanted, "test");
    return entry(name);
  }

  public OutletEntry entry(String name) {
    return outlets.find(organisation, name).orElseThrow();
  }

  /** The live score becomes another; its reason adds up. */
  public void score(long revision, double score) {
    write(update(null, revision, NOON.plusSeconds(revision), "live", score, 0.25));
  }

  public void close(LocalDate day, long revision, String status, double score) {
    Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    write(update(day, revision, end, status, score, 0.25));
  }

  private void write(ScoreUpdate update) {
    ledger.scores().write(List.of(update));
  }

  private ScoreUpdate update(
      @Nullable LocalDate day,
      long revision,
      Instant asOf,
      String status,
      double score,
      double previous) {
    Composite overall =
        new Composite("overall", score, score - 0.1, score + 0.1, 0.8, 2, "held", previous);
    Composite data =
        new Composite("data", score, score - 0.1, score + 0.1, 0.8, null, "open", null);
    double half = (score - previous) / 2;
    return new ScoreUpdate(
        organisation,
        MODEL,
        revision,
        asOf,
        day,
        status,
        List.of(overall, data),
        List.of(),
        List.of(
            new AttributionRow("overall", "GOV.OWN", "all", "EVIDENCE", half),
            new AttributionRow("overall", "GOV.DOC", "all", "DECAY", score - previous - half)),
        "{}",
        "document");
  }

  /** A stream of a new connector, read by a job. */
  public StreamId stream(String connector) {
    ConnectorId id =
        administration
            .connectors()
            .add(
                new NewConnector(
                    organisation,
                    "postgresql",
                    connector,
                    Secret.of("{}"),
                    Set.of(),
                    Map.of(),
                    Cost.none()),
                "test");
    StreamId stream = new StreamId(organisation, id, "tables");
    StreamPlan plan =
        new StreamPlan(
            "postgresql",
            new Stratum("postgres://db.example.com:5432"),
            Duration.ofMinutes(1),
            Duration.ofSeconds(30),
            Precedence.NATIVE_PLATFORM,
            List.of("tidemark.data.asset.state"));
    ledger.leases().take(stream, LEASE, new PipelineJob(UUID.randomUUID(), 1), plan);
    return stream;
  }

  /** A stream of a new connector commits one window of a day with that sum. */
  public void commitWindow(String connector, double sum) {
    WindowKey key =
        new WindowKey(
            new Stratum("postgres://db.example.com:5432"),
            "tidemark.data.asset.read",
            Attributes.of("asset.kind", "table"),
            Grain.DAY,
            Instant.parse("2026-03-01T00:00:00Z"));
    Partial settled = new Partial(1, sum, 2 * sum, sum, 7, NOON, NOON, Bytes.utf8("sketch"));
    ledger
        .streams()
        .commit(
            List.of(
                new StreamCommit(
                    stream(connector),
                    LEASE,
                    0,
                    1,
                    Cursor.start(),
                    List.of(new WindowChange(key, settled, Partial.empty())),
                    List.of(),
                    List.of(),
                    List.of(),
                    NOON,
                    NOON,
                    Volume.none())));
  }

  public int change(String sql, Object... parameters) {
    return database.transaction(session -> session.change(sql, parameters));
  }

  public List<String> texts(String sql, Object... parameters) {
    return database.transaction(session -> session.list(sql, row -> row.text("text"), parameters));
  }

  @Override
  public void close() {
    ledger.close();
    administration.close();
    outlets.close();
    database.close();
  }
}
