// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.evidence.EvidenceFrame;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.spi.ledger.EvidenceStore;
import dev.tidemark.spi.ledger.OrganisationEvidence;
import dev.tidemark.spi.ledger.OrganisationEvidence.AssetCell;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The evidence of a day that was closed: today's windows, since late data belongs to its day, over
 * the counts and the freshness of then.
 */
final class PastFrames {
  /** The closes of a night the pipeline slept through rest on the counts of when it was back. */
  private static final int LONGEST_SLEEP = OrganisationScorer.MOST_CLOSES_AT_ONCE;

  private final EvidenceStore evidence;
  private final Frames frames;

  PastFrames(EvidenceStore evidence, Frames frames) {
    this.evidence = evidence;
    this.frames = frames;
  }

  /** Of a close; where its counts were not kept, over those of now. */
  EvidenceFrame of(EvidenceCache.Known known, Close close) {
    OrganisationEvidence now = known.evidence();
    return with(known, close, cells(now.organisation(), close.day()).orElse(now.cells()));
  }

  /** Of a close, over these counts. */
  EvidenceFrame with(EvidenceCache.Known known, Close close, List<AssetCell> cells) {
    EvidenceFrame now = frames.frame(known.evidence(), known.partials(), cells);
    EvidenceFrame then = close.frame();
    return new EvidenceFrame(
        now.partials(),
        now.cells(),
        then.populations(),
        then.feeds(),
        then.attestations(),
        then.register(),
        then.supply());
  }

  /** The counts a day was closed with. */
  Optional<List<AssetCell>> cells(OrganisationId organisation, LocalDate day) {
    return Stream.iterate(day, next -> next.plusDays(1))
        .limit(LONGEST_SLEEP)
        .flatMap(kept -> evidence.closed(organisation, kept).stream())
        .findFirst()
        .map(OrganisationEvidence::cells);
  }
}
