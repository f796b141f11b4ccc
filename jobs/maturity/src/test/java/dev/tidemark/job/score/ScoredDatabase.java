// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.score;

import dev.tidemark.embedded.Database;
import dev.tidemark.embedded.TestServer;
import dev.tidemark.maturity.live.OrganisationScorer;
import dev.tidemark.maturity.model.CoreModel;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.NewConnector;
import dev.tidemark.postgres.crypto.EncryptionKey;
import dev.tidemark.postgres.ledger.PostgresLedger;
import dev.tidemark.spi.options.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A database of its own on the shared server, an organisation in it, and a clock the test moves. It
 * begins at noon of this day: the database keeps the counts of a day only around its close.
 */
public final class ScoredDatabase implements AutoCloseable {
  public static final String MODEL = MaturityModel.core().reference();

  public final Database database = TestServer.freshDatabase();
  public final Administration administration;
  public final PostgresLedger ledger;
  public final OrganisationId organisation;
  final DatabaseAccess access = access(database);
  Instant now = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12));

  public ScoredDatabase() {
    access.migrations().apply();
    administration = Administration.of(access);
    ledger = access.open();
    organisation = administration.organisations().findOrCreate("Acme Ltd");
    administration.models().register(MODEL, "1.0.0", CoreModel.text());
    administration.models().activate(MODEL);
  }

  /** Connects an account and takes its one stream, which measures these besides assets. */
  public ReadAccount connect(String name, String platform, String... measured) {
    ConnectorId id =
        administration
            .connectors()
            .add(
                new NewConnector(organisation, "test", name, Secret.of("{}"), Set.of(), Map.of()),
                "test");
    return ReadAccount.of(this, id, new Stratum(platform), List.of(measured));
  }

  /** A new scorer, as after a restart. */
  public OrganisationScorer scorer() {
    return OrganisationScorer.on(ledger);
  }

  /** Scores now and writes what is due; the closes among it. */
  List<ScoreUpdate> closes(OrganisationScorer scorer) {
    List<ScoreUpdate> updates = scorer.score(organisation, now);
    ledger.scores().write(updates);
    return updates.stream().filter(update -> update.day() != null).toList();
  }

  /** Scores now and writes what is due; the live score of the active model comes back. */
  public ScoreUpdate score(OrganisationScorer scorer) {
    List<ScoreUpdate> updates = scorer.score(organisation, now);
    ledger.scores().write(updates);
    return updates.stream().filter(update -> update.day() == null).findFirst().orElseThrow();
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** The first column of what a query finds. */
  List<String> rows(String sql, String parameter) {
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password().reveal());
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      List<String> rows = new ArrayList<>();
      try (ResultSet results = statement.executeQuery()) {
        while (results.next()) {
          rows.add(results.getString(1));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static double overall(ScoreUpdate update) {
    return update.composites().stream()
        .filter(composite -> composite.name().equals("overall"))
        .findFirst()
        .orElseThrow()
        .score();
  }

  private static DatabaseAccess access(Database database) {
    return DatabaseAccess.at(database.jdbcUrl() + "?user=" + database.user())
        .withPassword(database.password().reveal())
        .withKey(EncryptionKey.random().reveal());
  }

  @Override
  public void close() {
    ledger.close();
    administration.close();
  }
}
