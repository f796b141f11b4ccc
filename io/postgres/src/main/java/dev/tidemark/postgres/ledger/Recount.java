// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** The cells of an organisation, counted from the facts and compared with those kept. */
public final class Recount {
  private static final String TOLD =
      """
      SELECT f.organisation_id, f.asset, f.stream_id, s.precedence, f.observed_at, f.asset_type, f.stratum, f.facts::text
        FROM asset_fact f JOIN stream s ON s.id = f.stream_id WHERE f.organisation_id = ?\
      """;

  private static final String KEPT =
      "SELECT organisation_id, stratum, signature, count FROM asset_cell WHERE organisation_id = ?";

  private final Session session;
  private final UUID organisation;

  public Recount(Session session, UUID organisation) {
    this.session = session;
    this.organisation = organisation;
  }

  /** One line for each cell whose count is not what the facts say; empty if all is well. */
  public List<String> differences() throws SQLException {
    Map<Cell, Long> counted = counted();
    Map<Cell, Long> kept = new TreeMap<>();
    session.list(KEPT, row -> kept.put(Cell.read(row), row.bigint("count")), organisation);
    Set<Cell> cells = new TreeSet<>(counted.keySet());
    cells.addAll(kept.keySet());
    return cells.stream()
        .filter(cell -> !Objects.equals(counted.get(cell), kept.get(cell)))
        .map(cell -> line(cell, counted.getOrDefault(cell, 0L), kept.getOrDefault(cell, 0L)))
        .toList();
  }

  private Map<Cell, Long> counted() throws SQLException {
    Map<String, List<ToldFacts>> told = new TreeMap<>();
    session.list(
        TOLD,
        row ->
            told.computeIfAbsent(row.text("asset"), asset -> new ArrayList<>())
                .add(ToldFacts.read(row)),
        organisation);
    Map<Cell, Long> counted = new TreeMap<>();
    told.values()
        .forEach(
            facts -> counted.merge(Cell.of(organisation, MergedAsset.of(facts)), 1L, Long::sum));
    return counted;
  }

  private static String line(Cell cell, long counted, long kept) {
    return "%s %s: %d are kept, %d are there"
        .formatted(cell.stratum(), cell.signature(), kept, counted);
  }
}
