// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import dev.tidemark.model.Bytes;
import dev.tidemark.sketch.DistinctSketch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an installation has come to know, as far as its source alone decides it: two installations
 * that read the same source must hold the same, however often one of them was killed.
 *
 * <p>Left out is what the moments of reading decide: how often a source was seen alive and how old
 * a reading was, and logins, which the readers themselves cause ({@link Continuity} holds those to
 * account).
 */
public final class Evidence {
  private static final String WINDOWS =
      """
      SELECT concat_ws(' ', 'amount', stratum, metric, attributes, grain, start),
             sum(settled_sum + tail_sum)::text
        FROM metric_window
       WHERE metric IN ('tidemark.data.asset.read', 'tidemark.data.asset.write', 'tidemark.data.query')
         AND settled_sum + tail_sum <> 0
       GROUP BY 1\
      """;

  private static final String TOTALS = WINDOWS.replace("grain, start", "grain");

  private static final String LATEST =
      """
      SELECT DISTINCT ON (1) concat_ws(' ', 'latest', stratum, metric, attributes, grain),
             settled_last::text
        FROM metric_window
       WHERE metric IN ('tidemark.data.asset.count', 'tidemark.data.asset.size')
       ORDER BY 1, start DESC\
      """;

  private static final String MEMBERS =
      """
      SELECT concat_ws(' ', 'members', stratum, metric, attributes), encode(settled_sketch, 'hex')
        FROM metric_window
       WHERE grain = 'DAY' AND settled_sketch IS NOT NULL
         AND metric ~ '^tidemark[.](identity.principal|access.grant)[.]'\
      """;

  private static final String READINGS =
      """
      SELECT concat_ws(' ', 'reading', metric, subject, attributes), value::text
        FROM counter_reading
       WHERE metric IN ('tidemark.data.asset.read', 'tidemark.data.asset.write') AND subject ~ '[.]shop[.]t[0-9]+$'\
      """;

  private static final String ASSETS =
      "SELECT 'asset ' || urn, asset_type || ' ' || facts::text FROM asset";

  private static final String ASSETS_WITHOUT_DAYS =
      ASSETS.replace("facts::text", "(facts - 'read.day' - 'write.day')::text");

  private static final String CELLS =
      """
      SELECT concat_ws(' ', 'cell', stratum, signature), sum(count)::text
        FROM asset_cell WHERE count > 0 GROUP BY 1\
      """;

  private static final String CELLS_WITHOUT_DAYS =
      CELLS.replace("signature)", "signature::jsonb - 'read.day' - 'write.day')");

  private static final String POPULATIONS =
      """
      SELECT concat_ws(' ', 'population', stratum, kind), visible || ' of ' || eligible
        FROM population\
      """;

  private static final String REJECTED =
      "SELECT 'rejected records', count(*)::text FROM rejected_record";

  private static final List<String> QUESTIONS = List.of(LATEST, READINGS, POPULATIONS, REJECTED);

  private Evidence() {}

  /**
   * All of it, by name.
   *
   * @param begun when the readers began. Amounts are told window by window where the hour is still
   *     the same, otherwise in total: a change around the hour is noticed by one reader before it
   *     and by another after it. Likewise the days on which assets were used, around midnight.
   */
  public static Map<String, String> of(Sql database, Instant begun) {
    Map<String, String> evidence = new TreeMap<>();
    evidence.putAll(database.table(isStill(begun, ChronoUnit.HOURS) ? WINDOWS : TOTALS));
    boolean sameDay = isStill(begun, ChronoUnit.DAYS);
    evidence.putAll(database.table(sameDay ? ASSETS : ASSETS_WITHOUT_DAYS));
    evidence.putAll(database.table(sameDay ? CELLS : CELLS_WITHOUT_DAYS));
    QUESTIONS.forEach(question -> evidence.putAll(database.table(question)));
    database.table(MEMBERS).forEach((name, sketch) -> evidence.put(name, count(sketch)));
    return evidence;
  }

  private static boolean isStill(Instant moment, ChronoUnit unit) {
    return moment.truncatedTo(unit).equals(Instant.now().truncatedTo(unit));
  }

  /** Members are pseudonyms of each installation's own: only their number can agree. */
  private static String count(String sketch) {
    Bytes bytes = Bytes.wrap(HexFormat.of().parseHex(sketch));
    return Long.toString(Math.round(DistinctSketch.of(bytes).estimate()));
  }
}
