// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** By how much cells change. Not for several threads. */
final class CellMoves {
  /** An insertion alone would not do: a negative count is refused before the conflict is seen. */
  private static final String MOVE =
      """
      WITH moves AS (
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::int8[])
            AS m (organisation_id, cell, stratum, signature, moved)),
      changed AS (
        UPDATE asset_cell c SET count = c.count + m.moved FROM moves m
         WHERE c.organisation_id = m.organisation_id AND c.cell = m.cell
        RETURNING c.organisation_id, c.cell)
      INSERT INTO asset_cell (organisation_id, cell, stratum, signature, count)
      SELECT organisation_id, cell, stratum, signature, moved FROM moves m
       WHERE NOT EXISTS (SELECT FROM changed c WHERE c.organisation_id = m.organisation_id AND c.cell = m.cell)\
      """;

  private static final String SWEEP =
      """
      DELETE FROM asset_cell c USING unnest(?::uuid[], ?::uuid[]) AS m (organisation_id, cell)
       WHERE c.organisation_id = m.organisation_id AND c.cell = m.cell AND c.count = 0\
      """;

  private final Map<Cell, Long> moves = new TreeMap<>();

  void enter(Cell cell) {
    moves.merge(cell, 1L, Long::sum);
  }

  void leave(Cell cell) {
    moves.merge(cell, -1L, Long::sum);
  }

  void write(Session session) throws SQLException {
    moves.values().removeIf(moved -> moved == 0);
    if (moves.isEmpty()) {
      return;
    }
    session.change(
        MOVE,
        cells()
            .text(move -> move.getKey().stratum())
            .text(move -> move.getKey().signature())
            .bigint(Map.Entry::getValue)
            .parameters());
    session.change(SWEEP, cells().parameters());
  }

  private Columns<Map.Entry<Cell, Long>> cells() {
    return Columns.of(moves.entrySet())
        .uuid(move -> move.getKey().organisation())
        .uuid(move -> move.getKey().key());
  }
}
