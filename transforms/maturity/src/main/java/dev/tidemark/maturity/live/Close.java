// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.evidence.EvidenceFrame;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.maturity.score.LevelState;
import dev.tidemark.maturity.score.MethodBand;
import dev.tidemark.maturity.score.Snapshot;
import dev.tidemark.maturity.score.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a daily close leaves behind for the next one, and for computing it again.
 *
 * @param day the UTC day it closes
 * @param standings what the scores were computed from
 * @param composites what was published, by composite
 * @param week what moved the score over everything until then
 * @param frame the evidence as it was, without windows and cells, which the ledger keeps
 */
record Close(
    LocalDate day,
    List<Placed> standings,
    Map<String, Published> composites,
    @Nullable Week week,
    EvidenceFrame frame) {

  /** None where it was written by a version that kept none. */
  Week days() {
    return week == null ? Week.NONE : week;
  }

  /** The moment it is of. */
  Instant end() {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  Snapshot snapshot() {
    TreeMap<Coordinate, Standing> map = new TreeMap<>();
    standings.forEach(placed -> map.put(placed.at(), placed.standing()));
    return new Snapshot(map);
  }

  static List<Placed> placed(Snapshot snapshot) {
    return snapshot.standings().entrySet().stream()
        .map(entry -> new Placed(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** A standing and where it belongs. */
  record Placed(Coordinate at, Standing standing) {}

  /**
   * A composite as it was published.
   *
   * @param score S
   * @param performanceIndex running sum of what performance contributed to the maturity
   */
  record Published(double score, double performanceIndex, LevelState level, MethodBand band) {}
}
