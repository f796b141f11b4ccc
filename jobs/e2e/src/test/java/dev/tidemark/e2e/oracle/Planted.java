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
  private static final String SCHEMA = "planted";

  private static final String SPOILT =
      """
      CREATE VIEW planted.%1$s AS
      SELECT (jsonb_populate_record(%1$s, jsonb_build_object(%2$s))).* FROM %1$s WHERE %3$s
       UNION ALL SELECT * FROM %1$s WHERE NOT (%3$s)\
      """;

  private static final List<String> VIEWS =
      List.of(
          view(
              "metric_window",
              "'settled_sum', settled_sum + 1",
              "metric = 'tidemark.data.asset.write' AND grain = 'HOUR' AND settled_sum > 0"),
          view("asset", "'facts', facts || '{\"owner.present\": \"false\"}'", "urn ~ '[.]t3$'"),
          view(
              "counter_reading",
              "'value', value - 1",
              "metric = 'tidemark.data.asset.read' AND subject ~ '[.]t7$'"),
          view("population", "'visible', visible - 1", "kind = 'asset'"),
          view("score_live", "'score', score + 2e-9", "composite = 'data'"),
          view(
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
          "window tidemark.data.asset.write {\"database\":\"shop\"} HOUR up to ");

  private Planted() {}

  private static String view(String table, String change, String which) {
    return SPOILT.formatted(table, change, which);
  }

  /** The rows of a database, spoilt. */
  public static Sql in(Sql database) {
    database.run("CREATE SCHEMA " + SCHEMA);
    database.run(VIEWS.toArray(String[]::new));
    return database.as(
        database.user(),
        database.password(),
        database.prelude().replace("search_path TO ", "search_path TO " + SCHEMA + ", "));
  }
}
