// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.crypto.Keyring;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Session;
import dev.tidemark.postgres.ledger.AccessAudit;
import dev.tidemark.postgres.ledger.ConnectorEvidence;
import dev.tidemark.postgres.ledger.Costs;
import dev.tidemark.postgres.ledger.Intervals;
import dev.tidemark.spi.options.Secret;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The connectors of organisations. Every change takes effect in a running job within seconds and is
 * audited with its purpose; settings are sealed before they reach the database and are read through
 * the ledger's registry.
 */
public final class Connectors {
  private static final String ADD =
      """
      INSERT INTO data_connectors (id, organisation_id, connector_type, name, connection_details, streams, intervals, budget, version)
      VALUES (?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?::jsonb, 0)
          ON CONFLICT DO NOTHING\
      """;

  private static final String LOCK =
      "SELECT organisation_id, version FROM data_connectors WHERE id = ? FOR UPDATE";

  /** Asked again at once, it is being done already. */
  private static final String SYNC =
      """
      UPDATE data_connectors SET sync_asked_at = now()
       WHERE id = ? AND status = 'ACTIVE' AND coalesce(sync_asked_at < now() - interval '5 seconds', true)\
      """;

  private static final String TAKEN =
      """
      SELECT EXISTS (SELECT FROM data_connectors o JOIN data_connectors c USING (organisation_id)
                      WHERE o.name = ? AND o.id <> c.id AND c.id = ?) AS taken\
      """;

  private static final String REVISE =
      """
      UPDATE data_connectors
         SET name = ?, connection_details = coalesce(?::jsonb, connection_details), streams = ?, intervals = ?::jsonb,
             budget = ?::jsonb, updated_at = now()
       WHERE id = ?\
      """;

  private final Database database;
  private final Keyring keyring;
  private final OptionalLong expected;

  Connectors(Database database, Keyring keyring) {
    this(database, keyring, OptionalLong.empty());
  }

  private Connectors(Database database, Keyring keyring, OptionalLong expected) {
    this.database = database;
    this.keyring = keyring;
    this.expected = expected;
  }

  /**
   * The same, where every change first makes sure that nobody else made one: it throws {@link
   * StaleVersionException} unless the connector still has this version.
   */
  public Connectors expecting(long version) {
    return new Connectors(database, keyring, OptionalLong.of(version));
  }

  /**
   * Adds a connector; it is read from now on.
   *
   * @throws IllegalArgumentException if the organisation has one of that name
   */
  public ConnectorId add(NewConnector wanted, String purpose) {
    return add(new ConnectorId(UUID.randomUUID()), wanted, purpose);
  }

  /**
   * The same under an id that was chosen before, so that trying again adds nothing twice.
   *
   * @throws IllegalArgumentException if the organisation has one of that name or id
   */
  public ConnectorId add(ConnectorId chosen, NewConnector wanted, String purpose) {
    UUID id = chosen.value();
    String details = details(wanted.settings(), id);
    boolean added =
        database.transaction(
            session -> {
              boolean made = session.change(ADD, columns(id, wanted, details)) > 0;
              if (made) {
                UUID owner = wanted.organisation().value();
                AccessAudit.write(session, owner, id, "CREATE", purpose);
              }
              return made;
            });
    if (!added) {
      throw taken(wanted.name());
    }
    return chosen;
  }

  /**
   * Changes everything but its type; what was spent today counts against another budget.
   *
   * @param settings null where they stay as they are
   * @throws IllegalArgumentException if the organisation has another of that name
   */
  public void revise(
      ConnectorId connector, ConnectorPlan plan, @Nullable Secret settings, String purpose) {
    String details = settings == null ? null : details(settings, connector.value());
    alter(
        connector,
        "CHANGE",
        purpose,
        (session, held) -> {
          requireFree(session, connector, plan.name());
          session.change(
              REVISE,
              plan.name(),
              details,
              Columns.texts(plan.streams()),
              Intervals.json(plan.intervals()),
              Costs.json(plan.budget()),
              connector.value());
        });
  }

  /** Stops reading; what was read stays. */
  public void pause(ConnectorId connector, String purpose) {
    alter(connector, "PAUSE", purpose, (session, held) -> status(session, connector, "PAUSED"));
  }

  /** Goes on reading where it stopped. */
  public void resume(ConnectorId connector, String purpose) {
    alter(connector, "RESUME", purpose, (session, held) -> status(session, connector, "ACTIVE"));
  }

  /**
   * Has every stream of a connector that is not paused polled at once by a running job: within
   * seconds, under a new lease, from where it is. Waits that its source asked for are kept. Asking
   * again within five seconds changes nothing.
   */
  public void sync(ConnectorId connector) {
    database.transaction(session -> session.change(SYNC, connector.value()));
  }

  /** Forgets what was read and reads it again from the beginning. */
  public void reset(ConnectorId connector, String purpose) {
    alter(
        connector,
        "RESET",
        purpose,
        (session, held) -> {
          ConnectorEvidence.reset(session, held.owner(), held.streams());
          session.change(
              "UPDATE data_connectors SET resets = resets + 1 WHERE id = ?", connector.value());
        });
  }

  /**
   * Removes a connector and its settings. What was read through it stays in the estate and ages
   * until the platform is retired in the register; the next connector of the same account takes it
   * up again.
   */
  public void remove(ConnectorId connector, String purpose) {
    alter(
        connector,
        "REMOVE",
        purpose,
        (session, held) -> {
          ConnectorEvidence.remove(session, held.owner(), held.streams());
          session.change("DELETE FROM data_connectors WHERE id = ?", connector.value());
        });
  }

  /** The connectors of an organisation, by name. */
  public List<ConnectorEntry> list(OrganisationId organisation) {
    return ConnectorRows.of(database, organisation);
  }

  public Optional<ConnectorEntry> find(ConnectorId connector) {
    return ConnectorRows.find(database, connector);
  }

  public Optional<ConnectorEntry> find(OrganisationId organisation, String name) {
    return list(organisation).stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /** What an alteration does to a connector of an organisation. */
  private interface Step {
    void in(Session session, Held held) throws SQLException;
  }

  /** A connector nobody else changes until the transaction ends, and the rows of its streams. */
  private record Held(UUID owner, long version, List<Long> streams) {}

  private void alter(ConnectorId connector, String action, String purpose, Step step) {
    database.transaction(
        session -> {
          Held held = held(session, connector);
          AccessAudit.write(session, held.owner(), connector.value(), action, purpose);
          step.in(session, held);
          return true;
        });
  }

  /** Streams before their connector, as commits lock them. */
  private Held held(Session session, ConnectorId connector) throws SQLException {
    List<Long> streams = ConnectorEvidence.lock(session, connector.value());
    Optional<Held> found =
        session.find(
            LOCK,
            row -> new Held(row.uuid("organisation_id"), row.bigint("version"), streams),
            connector.value());
    if (expected.isPresent()) {
      requireExpected(found.map(Held::version));
    }
    return found.orElseThrow(
        () -> new IllegalArgumentException("there is no connector " + connector.value()));
  }

  private void requireExpected(Optional<Long> found) {
    if (found.isEmpty() || found.get() != expected.getAsLong()) {
      throw new StaleVersionException(expected.getAsLong(), found);
    }
  }

  private static void requireFree(Session session, ConnectorId connector, String name)
      throws SQLException {
    if (session.one(TAKEN, row -> row.flag("taken"), name, connector.value())) {
      throw taken(name);
    }
  }

  private static IllegalArgumentException taken(String name) {
    return new IllegalArgumentException(
        "there is a connector called " + name + " already: choose another name");
  }

  private static void status(Session session, ConnectorId connector, String status)
      throws SQLException {
    session.change(
        "UPDATE data_connectors SET status = ?, updated_at = now() WHERE id = ?",
        status,
        connector.value());
  }

  private String details(Secret settings, UUID connector) {
    return keyring.seal(settings.reveal().getBytes(StandardCharsets.UTF_8), connector).json();
  }

  private static Object[] columns(UUID id, NewConnector wanted, String details) {
    return new Object[] {
      id,
      wanted.organisation().value(),
      wanted.type(),
      wanted.name(),
      details,
      Columns.texts(wanted.streams()),
      Intervals.json(wanted.intervals()),
      Costs.json(wanted.budget())
    };
  }
}
