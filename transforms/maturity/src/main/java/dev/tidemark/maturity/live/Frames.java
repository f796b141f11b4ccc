// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.evidence.Attestation;
import dev.tidemark.maturity.evidence.Cell;
import dev.tidemark.maturity.evidence.DayPartial;
import dev.tidemark.maturity.evidence.EvidenceFrame;
import dev.tidemark.maturity.evidence.Feed;
import dev.tidemark.maturity.evidence.Population;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.model.metric.SubjectKind;
import dev.tidemark.spi.Cadence;
import dev.tidemark.spi.ledger.OrganisationEvidence;
import dev.tidemark.spi.ledger.OrganisationEvidence.AssetCell;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Evidence as the ledger keeps it, turned into the frame a model is evaluated over. */
final class Frames {
  /** The name under which a signature holds what its subjects are. */
  private static final String TYPE = "subject.type";

  /** How long after its first connection an organisation has no history a jump could be seen in. */
  private static final Duration FOUNDING = Duration.ofDays(7);

  private final ConnectorSupply supply;

  Frames(ConnectorSupply supply) {
    this.supply = supply;
  }

  /**
   * The frame.
   *
   * @param evidence everything but the windows
   * @param partials the day windows
   * @param cells asset counts, now or at a close
   */
  EvidenceFrame frame(
      OrganisationEvidence evidence, List<DayPartial> partials, List<AssetCell> cells) {
    Register register = new Register(evidence.register());
    List<OrganisationEvidence.Feed> feeds = register.unretired(evidence.feeds());
    return new EvidenceFrame(
        partials,
        cells.stream().map(Frames::cell).toList(),
        evidence.populations().stream().map(Frames::population).toList(),
        feeds(feeds),
        evidence.attestations().stream().map(Frames::attestation).toList(),
        register.over(feeds),
        supply.of(feeds));
  }

  private static Cell cell(AssetCell cell) {
    return new Cell(
        cell.stratum().urn(),
        kind(cell.signature().getOrDefault(TYPE, "asset")),
        cell.signature(),
        cell.count());
  }

  /** Kinds a catalogue entry names are themselves; tables, files and the like are assets. */
  private static SubjectKind kind(String type) {
    return Stream.of(SubjectKind.values())
        .filter(kind -> kind.name().equals(type.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElse(SubjectKind.ASSET);
  }

  private static Population population(dev.tidemark.model.asset.Population population) {
    return new Population(
        population.stratum().urn(),
        kind(population.kind()),
        population.visible(),
        population.eligible());
  }

  /**
   * A connector that joins a scored organisation is on probation, so that its history does not look
   * like progress. Those an organisation begins with are not: there is no score yet that could
   * jump.
   */
  private static List<Feed> feeds(List<OrganisationEvidence.Feed> feeds) {
    Instant founded =
        feeds.stream()
            .map(OrganisationEvidence.Feed::connectedAt)
            .min(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    Instant settled = founded.plus(FOUNDING);
    return feeds.stream().flatMap(feed -> feeds(feed, settled)).toList();
  }

  private static Stream<Feed> feeds(OrganisationEvidence.Feed feed, Instant settled) {
    boolean founding = feed.connectedAt().isBefore(settled);
    Instant since = founding ? Instant.EPOCH : feed.connectedAt();
    Duration expected = new Cadence(feed.interval()).expectedPeriod();
    return feed.metrics().stream()
        .map(
            metric ->
                new Feed(
                    feed.stratum().urn(),
                    metric,
                    Objects.requireNonNullElse(feed.completeThrough(), Instant.EPOCH),
                    expected,
                    feed.latency(),
                    since,
                    condition(feed.failure()),
                    Objects.requireNonNullElse(feed.failingSince(), since)));
  }

  private static Feed.Condition condition(@org.jspecify.annotations.Nullable String failure) {
    if (failure == null) {
      return Feed.Condition.OK;
    }
    return switch (failure) {
      case "PERMISSION" -> Feed.Condition.PERMISSION_MISSING;
      case "INTERNAL" -> Feed.Condition.FAULT_INTERNAL;
      default -> Feed.Condition.ERROR;
    };
  }

  private static Attestation attestation(OrganisationEvidence.Attestation attestation) {
    Instant expires = attestation.expires().atStartOfDay(ZoneOffset.UTC).toInstant();
    return new Attestation(
        new Coordinate(attestation.indicator(), attestation.stratum().urn()),
        attestation.value(),
        attestation.signer(),
        expires.minus(Duration.ofDays(365)),
        expires);
  }
}
