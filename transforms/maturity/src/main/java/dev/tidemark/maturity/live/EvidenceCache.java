// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.evidence.DayPartial;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.window.WindowKey;
import dev.tidemark.spi.ledger.EvidenceStore;
import dev.tidemark.spi.ledger.OrganisationEvidence;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of organisations, kept current by asking the ledger only for what changed after the
 * revision at hand. Losing it costs one whole read. Not safe for use by several threads.
 */
final class EvidenceCache {
  /** Longer than the longest window of any model, with room for lateness. */
  private static final Duration HORIZON = Duration.ofDays(400);

  private final EvidenceStore store;
  private final Map<OrganisationId, Known> organisations = new HashMap<>();

  EvidenceCache(EvidenceStore store) {
    this.store = store;
  }

  /** The newest evidence; empty if the organisation is gone. */
  Optional<Known> refresh(OrganisationId organisation, Instant now) {
    Known known = organisations.get(organisation);
    long after = known == null ? -1 : known.evidence().revision();
    Optional<OrganisationEvidence> news = store.changes(organisation, after, now.minus(HORIZON));
    if (news.isEmpty()) {
      organisations.remove(organisation);
      return Optional.empty();
    }
    Known current = known == null ? new Known(news.get()) : known.with(news.get());
    organisations.put(organisation, current);
    return Optional.of(current);
  }

  /** All there is of an organisation, however old; empty if it is gone. */
  static Optional<Known> whole(EvidenceStore store, OrganisationId organisation) {
    return store.changes(organisation, -1, Instant.EPOCH).map(Known::new);
  }

  /** Evidence with every window of it, as scoring reads windows. */
  static final class Known {
    private final OrganisationEvidence evidence;
    private final Map<Owned, List<DayPartial>> partials;

    private Known(OrganisationEvidence evidence) {
      this(evidence, new HashMap<>());
    }

    private Known(OrganisationEvidence evidence, Map<Owned, List<DayPartial>> partials) {
      this.evidence = evidence;
      this.partials = partials;
      evidence
          .windows()
          .forEach(
              owned ->
                  partials.put(
                      new Owned(owned.stream(), owned.window().key()),
                      WindowAggregates.of(owned.window())));
    }

    private Known with(OrganisationEvidence news) {
      return news.complete() ? new Known(news) : new Known(news, partials);
    }

    /** Everything but the windows is whole and current. */
    OrganisationEvidence evidence() {
      return evidence;
    }

    List<DayPartial> partials() {
      return partials.values().stream().flatMap(List::stream).toList();
    }
  }

  private record Owned(StreamId stream, WindowKey window) {}
}
