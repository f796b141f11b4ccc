// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.evidence.Supply;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.ledger.OrganisationEvidence;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which metrics the installed connector types can supply, and so what can be asked of a stratum.
 */
final class ConnectorSupply {
  private final Map<String, Set<String>> metricsByType = new TreeMap<>();

  private ConnectorSupply() {}

  /** Of the connector types on the class path. */
  static ConnectorSupply installed() {
    ConnectorSupply supply = new ConnectorSupply();
    for (ConnectorType type : ServiceLoader.load(ConnectorType.class)) {
      Set<String> metrics =
          type.description().streams().stream()
              .map(StreamDescription::metrics)
              .flatMap(List::stream)
              .collect(Collectors.toCollection(TreeSet::new));
      supply.metricsByType.put(type.description().type(), metrics);
    }
    return supply;
  }

  /** As seen from one organisation: its strata supply what their connector types can. */
  Supply of(List<OrganisationEvidence.Feed> feeds) {
    Map<String, Set<String>> byStratum = new TreeMap<>();
    for (OrganisationEvidence.Feed feed : feeds) {
      if (feed.metrics().isEmpty()) {
        continue; // a connector that could not be opened, of which no place in the estate is known
      }
      byStratum
          .computeIfAbsent(feed.stratum().urn(), stratum -> new HashSet<>())
          .addAll(metricsByType.getOrDefault(feed.connectorType(), Set.copyOf(feed.metrics())));
    }
    Set<String> anywhere = new TreeSet<>();
    metricsByType.values().forEach(anywhere::addAll);
    return new Supply(byStratum, anywhere);
  }
}
