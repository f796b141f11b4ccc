// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Supplier;

/**
 * What holds of an installation's rows at every moment, whatever the source does: kept from the
 * beginning of a test and compared after each kill.
 *
 * <p>What a counter shows, less all that was counted of it, is what it showed when it was first
 * read. An amount counted twice or not at all moves the difference for good.
 */
public final class Continuity {
  private static final String FIRST_READINGS =
      """
      SELECT r.metric, (r.shown - coalesce(w.counted, 0))::text
        FROM (SELECT metric, sum(value) AS shown FROM counter_reading
               WHERE metric <> 'tidemark.data.asset.read' AND metric <> 'tidemark.data.asset.write'
                  OR subject ~ '[.]shop[.]t[0-9]+$' GROUP BY metric) r
        LEFT JOIN (SELECT metric, sum(settled_sum + tail_sum) AS counted FROM metric_window
                    WHERE grain = 'DAY' GROUP BY metric) w USING (metric)\
      """;

  private static final String MISCOUNTED =
      """
      SELECT count(*) FROM
        (SELECT organisation_id, stratum, signature, count(*) AS counted FROM asset GROUP BY 1, 2, 3) a
        FULL JOIN (SELECT * FROM asset_cell WHERE count > 0) c USING (organisation_id, stratum, signature)
       WHERE a.counted IS DISTINCT FROM c.count\
      """;

  private static final String UNTOLD =
      """
      SELECT count(*) FROM (SELECT organisation_id, asset AS urn FROM asset_fact) f
        FULL JOIN asset a USING (organisation_id, urn)
       WHERE f.urn IS NULL OR a.urn IS NULL\
      """;

  private final Supplier<Sql> database;
  private final Map<String, String> firstReadings;

  private Continuity(Supplier<Sql> database) {
    this.database = database;
    this.firstReadings = firstReadings();
  }

  /** From now on, all counters having been read once. */
  public static Continuity of(Supplier<Sql> database) {
    return new Continuity(database);
  }

  /** Fails if a row is wrong. */
  public void check() {
    assertThat(firstReadings()).as("counters less what was counted").isEqualTo(firstReadings);
    assertThat(database.get().number(MISCOUNTED)).as("miscounted cells of assets").isZero();
    assertThat(database.get().number(UNTOLD)).as("assets without facts, or facts without").isZero();
  }

  private Map<String, String> firstReadings() {
    return database.get().table(FIRST_READINGS);
  }
}
