// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.evidence.DayPartial;
import dev.tidemark.maturity.evidence.EvidenceFrame;
import dev.tidemark.maturity.evidence.Feed;
import dev.tidemark.spi.ledger.OrganisationEvidence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The evidence of days before anything was closed: what connectors brought of the past when they
 * were connected. Of those days only windows are known; how many assets there were, or how much of
 * them could be seen, nobody noted, so what asks for it is unobserved.
 */
final class EarlierFrames {
  private final EvidenceFrame start;
  private final Map<Source, Instant> complete = new HashMap<>();

  /**
   * Before a frame.
   *
   * @param start the first there is: whose feeds and estate are carried back
   * @param now how far streams are read by now; they may have gone on with the past since
   */
  EarlierFrames(EvidenceFrame start, List<OrganisationEvidence.Feed> now) {
    this.start = start;
    now.forEach(this::add);
  }

  private void add(OrganisationEvidence.Feed feed) {
    Instant through = feed.completeThrough();
    if (through != null) {
      for (String metric : feed.metrics()) {
        complete.merge(new Source(feed.stratum().urn(), metric), through, EarlierFrames::later);
      }
    }
  }

  /** The first day anything is known of. */
  Optional<LocalDate> first() {
    Set<Source> fed =
        start.feeds().stream()
            .map(feed -> new Source(feed.stratum(), feed.metric()))
            .collect(Collectors.toSet());
    return start.partials().stream()
        .filter(partial -> fed.contains(new Source(partial.stratum(), partial.metric())))
        .map(DayPartial::day)
        .min(Comparator.naturalOrder());
  }

  /** The frame of a day. */
  EvidenceFrame of(LocalDate day) {
    Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return new EvidenceFrame(
        start.partials(),
        List.of(),
        List.of(),
        start.feeds().stream().map(feed -> earlier(feed, end)).toList(),
        List.of(),
        start.register(),
        start.supply());
  }

  /** It worked, and was no newcomer: what is past cannot look like progress. */
  private Feed earlier(Feed feed, Instant end) {
    Instant known =
        complete.getOrDefault(new Source(feed.stratum(), feed.metric()), feed.completeThrough());
    return new Feed(
        feed.stratum(),
        feed.metric(),
        known.isBefore(end) ? known : end,
        feed.expectedPeriod(),
        feed.sourceLatency(),
        Instant.EPOCH,
        Feed.Condition.OK,
        Instant.EPOCH);
  }

  private static Instant later(Instant left, Instant right) {
    return left.isAfter(right) ? left : right;
  }

  private record Source(String stratum, String metric) {}
}
