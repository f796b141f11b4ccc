// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.asset.Population;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** How much of what exists each stream sees. */
final class PopulationRows {
  private static final String WRITE =
      """
      INSERT INTO population AS p (stream_id, organisation_id, stratum, kind, visible, eligible)
      SELECT * FROM unnest(?::int8[], ?::uuid[], ?::text[], ?::text[], ?::int8[], ?::int8[])
          ON CONFLICT (stream_id, stratum, kind) DO UPDATE
         SET visible = EXCLUDED.visible, eligible = EXCLUDED.eligible
       WHERE (p.visible, p.eligible) IS DISTINCT FROM (EXCLUDED.visible, EXCLUDED.eligible)\
      """;

  private static final Comparator<Entry> KEY_ORDER =
      Comparator.<Entry>comparingLong(entry -> entry.step.row().id())
          .thenComparing(entry -> entry.population.stratum())
          .thenComparing(entry -> entry.population.kind());

  private record Entry(AppliedCommits step, Population population) {}

  private PopulationRows() {}

  static void write(Session session, List<AppliedCommits> steps) throws SQLException {
    List<Entry> entries =
        steps.stream()
            .flatMap(step -> step.populations().stream().map(seen -> new Entry(step, seen)))
            .sorted(KEY_ORDER)
            .toList();
    if (!entries.isEmpty()) {
      session.change(WRITE, columns(entries));
    }
  }

  private static Object[] columns(List<Entry> entries) {
    return Columns.of(entries)
        .bigint(entry -> entry.step.row().id())
        .uuid(entry -> entry.step.organisation())
        .text(entry -> entry.population.stratum().urn())
        .text(entry -> entry.population.kind())
        .bigint(entry -> entry.population.visible())
        .bigint(entry -> entry.population.eligible())
        .parameters();
  }
}
