// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.evidence.EvidenceFrame;
import dev.tidemark.maturity.evidence.Supply;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.ScoreStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The evidence of any day that is over. A day that was closed has the frame it was closed with,
 * whatever the model; one on which nothing ran has the frame of the last close before, grown older;
 * one before the first close has what is known of the time before.
 */
final class DayFrames {
  private final ScoreStore scores;
  private final EvidenceCache.Known known;
  private final PastFrames past;
  private final EarlierFrames earlier;
  private final Supply supply;

  private DayFrames(
      ScoreStore scores,
      EvidenceCache.Known known,
      PastFrames past,
      EarlierFrames earlier,
      Supply supply) {
    this.scores = scores;
    this.known = known;
    this.past = past;
    this.earlier = earlier;
    this.supply = supply;
  }

  static DayFrames of(Ledger ledger, EvidenceCache.Known known) {
    Frames frames = new Frames(ConnectorSupply.installed());
    PastFrames past = new PastFrames(ledger.evidence(), frames);
    EvidenceFrame now = frames.frame(known.evidence(), known.partials(), List.of());
    EvidenceFrame start =
        firstClose(ledger.scores(), known.evidence().organisation())
            .map(close -> past.with(known, close, List.of()))
            .orElse(now);
    EarlierFrames earlier = new EarlierFrames(start, known.evidence().feeds());
    return new DayFrames(ledger.scores(), known, past, earlier, now.supply());
  }

  private static Optional<Close> firstClose(ScoreStore scores, OrganisationId organisation) {
    return scores
        .firstPublished(organisation)
        .flatMap(day -> scores.published(organisation, day))
        .map(stored -> CloseJson.read(stored.document()));
  }

  /** The first day anything is known of. */
  Optional<LocalDate> first() {
    return Stream.concat(
            earlier.first().stream(),
            scores.firstPublished(known.evidence().organisation()).stream())
        .min(LocalDate::compareTo);
  }

  /** The frame of a day. */
  EvidenceFrame of(LocalDate day) {
    OrganisationId organisation = known.evidence().organisation();
    return scores
        .published(organisation, day)
        .map(stored -> CloseJson.read(stored.document()))
        .map(
            close ->
                past.with(known, close, past.cells(organisation, close.day()).orElse(List.of())))
        .map(this::asked)
        .orElseGet(() -> earlier.of(day));
  }

  /** What could not be seen then but can be now was not observed, rather than impossible to see. */
  private EvidenceFrame asked(EvidenceFrame frame) {
    return new EvidenceFrame(
        frame.partials(),
        frame.cells(),
        frame.populations(),
        frame.feeds(),
        frame.attestations(),
        frame.register(),
        frame.supply().joining(supply));
  }
}
