// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.ledger.RegistryChange;
import dev.tidemark.spi.ledger.RegistryChange.ActiveConnector;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a connector of the registry into one assignment per stream to read. A type or stream that
 * does not exist is assigned all the same where it is named: polling it fails with a message people
 * see at the stream.
 */
final class Assignments {
  private static final Logger LOG = LoggerFactory.getLogger(Assignments.class);
  private static final String EVERY_STREAM = "";
  private static final Duration UNKNOWN_INTERVAL = Duration.ofHours(1);

  private Assignments() {}

  static List<Assignment> of(RegistryChange change) {
    ActiveConnector connector = change.connector();
    if (connector == null) {
      return List.of();
    }
    Optional<Description> type =
        ConnectorTypes.find(connector.type()).map(ConnectorType::description);
    if (type.isEmpty()) {
      LOG.warn("connector {}: {}", connector.id(), ConnectorTypes.unknown(connector.type()));
    }
    return streams(connector, type).stream()
        .sorted()
        .map(stream -> assignment(change.organisation(), change.version(), connector, stream, type))
        .toList();
  }

  private static Collection<String> streams(ActiveConnector connector, Optional<Description> type) {
    Set<String> chosen = connector.streams();
    return chosen.isEmpty()
        ? type.stream()
            .flatMap(known -> known.streams().stream().map(StreamDescription::name))
            .toList()
        : chosen;
  }

  private static Assignment assignment(
      OrganisationId organisation,
      long version,
      ActiveConnector connector,
      String stream,
      Optional<Description> type) {
    return new Assignment(
        new StreamId(organisation, connector.id(), stream),
        connector.type(),
        version,
        interval(connector, stream, type));
  }

  private static Duration interval(
      ActiveConnector connector, String stream, Optional<Description> type) {
    Duration byDefault =
        type.stream()
            .flatMap(known -> known.streams().stream())
            .filter(known -> known.name().equals(stream))
            .map(StreamDescription::interval)
            .findFirst()
            .orElse(UNKNOWN_INTERVAL);
    Duration forAll = connector.intervals().getOrDefault(EVERY_STREAM, byDefault);
    Duration chosen = connector.intervals().getOrDefault(stream, forAll);
    return chosen.isNegative() || chosen.isZero() ? byDefault : chosen;
  }
}
