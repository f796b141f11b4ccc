// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.model.Assignment;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.ledger.ConnectorRegistry;
import dev.tidemark.spi.ledger.ConnectorSettings;
import dev.tidemark.spi.options.References;
import dev.tidemark.spi.options.Settings;
import dev.tidemark.spi.options.SettingsException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Open connectors by connector and version. Settings are read from the ledger, which audits it,
 * when the first stream of a connector asks; the connector is closed when the last one lets go.
 * Calls block: only the fetch pool makes them. Safe for use by several threads.
 */
final class OpenConnectors implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ConnectorRegistry registry;
  private final Budgets budgets;
  private final CostGuards guards;
  private final Map<Key, Shared> open = new HashMap<>();

  OpenConnectors(ConnectorRegistry registry, Budgets budgets, CostGuards guards) {
    this.registry = registry;
    this.budgets = budgets;
    this.guards = guards;
  }

  private record Key(ConnectorId connector, long version) {
    static Key of(Assignment assignment) {
      return new Key(assignment.stream().connector(), assignment.version());
    }
  }

  private static final class Shared {
    private @Nullable OpenConnector connector;
    private int users;
  }

  /**
   * The connector of an assignment, opened if nobody has yet. Each call is paired with one of
   * {@link #release}, unless it fails.
   *
   * @param purpose why the settings are read, for the audit
   * @throws ConnectorException of category CONFIG or NOT_FOUND naming what is wrong with it
   */
  OpenConnector acquire(Assignment assignment, String purpose) {
    Key key = Key.of(assignment);
    Shared shared = enter(key);
    try {
      synchronized (shared) {
        OpenConnector connector = shared.connector;
        if (connector == null) {
          connector = open(assignment, purpose);
          shared.connector = connector;
        }
        return connector;
      }
    } catch (RuntimeException e) {
      leave(key);
      throw e;
    }
  }

  /** Lets go of the connector of an assignment. */
  void release(Assignment assignment) {
    OpenConnector last = leave(Key.of(assignment));
    if (last != null) {
      last.connector().close();
    }
  }

  /** Closes what is still open: nobody reads any more. */
  @Override
  public synchronized void close() {
    for (Shared shared : open.values()) {
      if (shared.connector != null) {
        shared.connector.connector().close();
      }
    }
    open.clear();
  }

  private synchronized Shared enter(Key key) {
    Shared shared = open.computeIfAbsent(key, unused -> new Shared());
    shared.users++;
    return shared;
  }

  /** The connector to close, if nobody uses it any more. */
  private synchronized @Nullable OpenConnector leave(Key key) {
    Shared shared = open.get(key);
    if (shared == null || --shared.users > 0) {
      return null;
    }
    open.remove(key);
    return shared.connector;
  }

  private OpenConnector open(Assignment assignment, String purpose) {
    ConnectorType type = ConnectorTypes.require(assignment.connectorType());
    ConnectorId id = assignment.stream().connector();
    ConnectorSettings settings =
        registry.settings(id, purpose).orElseThrow(() -> gone(assignment.connectorType(), id));
    CostGuard guard = guards.of(id, settings.budget());
    Connector connector = type.open(parse(type, settings), registry.tokens(id));
    CredentialBudget budget =
        budgets.of(assignment.connectorType(), connector.budgetKey(), type.description().budget());
    return new OpenConnector(type, connector, budget, guard);
  }

  private static Settings parse(ConnectorType type, ConnectorSettings settings) {
    try {
      Map<String, @Nullable Object> raw =
          JSON.readValue(settings.settings().reveal(), new TypeReference<>() {});
      return type.description().options().parse(References.standard().resolve(raw));
    } catch (SettingsException e) {
      throw ConnectorException.of(Category.CONFIG, settings.type() + " " + e.getMessage());
    } catch (JsonProcessingException e) {
      throw ConnectorException.of(
          Category.CONFIG,
          "the settings of connector "
              + settings.connector()
              + " are no JSON object: configure it again");
    }
  }

  private static ConnectorException gone(String type, ConnectorId id) {
    return ConnectorException.of(
        Category.NOT_FOUND, type + " connector " + id + " is not registered any more");
  }
}
