// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.evidence.EstateEntry;
import dev.tidemark.maturity.evidence.EstateRegister;
import dev.tidemark.maturity.evidence.Exemption;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.spi.ledger.OrganisationEvidence.Feed;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The estate register as people declared it, completed by what is connected: where some platforms
 * have a materiality, a connected one that nobody declared has a materiality of 1, so that
 * declaring one does not silently take the others out.
 */
record Register(List<RegisterEntry> entries) {
  private static final double UNDECLARED = 1;

  /** The feeds of what is part of the estate. */
  List<Feed> unretired(List<Feed> feeds) {
    Set<String> retired =
        entries.stream()
            .filter(RegisterEntry::retired)
            .map(entry -> entry.stratum().urn())
            .collect(Collectors.toSet());
    return feeds.stream().filter(feed -> !retired.contains(feed.stratum().urn())).toList();
  }

  /** What counts, given what is part of the estate. */
  EstateRegister over(List<Feed> feeds) {
    return new EstateRegister(
        shares(feeds), entries.stream().flatMap(Register::exemptions).toList());
  }

  private List<EstateEntry> shares(List<Feed> feeds) {
    TreeMap<String, Double> shares = new TreeMap<>();
    entries.stream().filter(entry -> !entry.retired()).forEach(entry -> declare(entry, shares));
    if (!shares.isEmpty()) {
      feeds.stream()
          .filter(feed -> !feed.metrics().isEmpty())
          .forEach(feed -> shares.putIfAbsent(feed.stratum().urn(), UNDECLARED));
    }
    return shares.entrySet().stream()
        .map(share -> new EstateEntry(share.getKey(), share.getValue()))
        .toList();
  }

  private static void declare(RegisterEntry entry, TreeMap<String, Double> shares) {
    Double materiality = entry.materiality();
    if (materiality != null && materiality > 0) {
      shares.put(entry.stratum().urn(), materiality);
    }
  }

  private static Stream<Exemption> exemptions(RegisterEntry entry) {
    return entry.notApplicable().entrySet().stream()
        .map(
            exempt ->
                new Exemption(
                    new Coordinate(exempt.getKey(), entry.stratum().urn()),
                    exempt.getValue().from(),
                    exempt.getValue().reason(),
                    exempt.getValue().actor()));
  }
}
