// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.oracle;

import dev.tidemark.e2e.world.Sql;
import java.util.List;

/**
 * An installation's rows, one of each kind spoilt, beside the rows themselves: what is wrong there
 * has to be found.
 */
public final class Planted {
  private static final String SPOILT =
      """
      CREATE VIEW planted_%4$s.%1$s AS
      SELECT (jsonb_populate_record(%1$s, jsonb_build_object(%2$s))).* FROM %1$s WHERE %3$s
       UNION ALL SELECT * FROM %1$s WHERE NOT (%3$s)\
      """;

  /** Table, change, which rows. */
  private static final List<List<String>> VIEWS =
      List.of(
          List.of(
              "metric_window",
              "'settled_sum', settled_sum + 1",
              "metric IN ('tidemark.data.asset.write', 'tidemark.identity.login')"
                  + " AND grain = 'HOUR' AND settled_sum > 0"),
          List.of("asset", "'facts', facts || '{\"owner.present\": \"false\"}'", "urn ~ '[.]t3$'"),
          List.of(
              "counter_reading",
              "'value', value - 1",
              "metric = 'tidemark.data.asset.read' AND subject ~ '[.]t7$'"),
          List.of("population", "'visible', visible - 1", "kind = 'asset'"),
          List.of("score_live", "'score', score + 2e-9", "composite = 'data'"),
          List.of(
              "score_card",
              "'card', regexp_replace(card::text, '\"numerator\": *12', '\"numerator\":"
                  + " 11')::jsonb",
              "true"));

  /** How the rows begin that are spoilt. */
  public static final List<String> ROWS =
      List.of(
          "asset shop.t3: table unowned",
          "counter tidemark.data.asset.read shop.t7: ",
          "evidence GOV.OWN: 11",
          "population asset: ",
          "score data: ",
          "window tidemark.data.asset.write {\"database\":\"shop\"} HOUR up to ",
          "window tidemark.identity.login HOUR ");

  private Planted() {}

  /** Whether a row that is wrong is one of those. */
  public static boolean isPlanted(String row) {
    return ROWS.stream().anyMatch(row::startsWith);
  }

  /** The rows that the first schema of a path shows, spoilt. */
  public static Sql in(Sql database) {
    String first = database.answer("SELECT current_schema()");
    database.run("CREATE SCHEMA planted_" + first);
    for (List<String> view : VIEWS) {
      database.run(SPOILT.formatted(view.get(0), view.get(1), view.get(2), first));
    }
    return database.as(
        database.user(),
        database.password(),
        database.prelude().replace("search_path TO ", "search_path TO planted_" + first + ", "));
  }
}
