// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.oracle;

import dev.tidemark.e2e.world.Sql;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.datasketches.memory.Memory;
import org.apache.datasketches.theta.Sketches;

/** Rows as they stand in an installation's database, as texts by name. */
final class Rows {
  private static final String READINGS =
      """
      SELECT concat_ws(' ', 'counter', metric, substring(subject FROM '[^.]+[.][^.]+$')), sum(value)::bigint::text
        FROM counter_reading
       WHERE metric IN ('tidemark.data.asset.read', 'tidemark.data.asset.write') AND subject ~ '[.]shop[.]t[0-9]+$'
       GROUP BY 1\
      """;

  static final String ASSETS =
      """
      SELECT 'asset ' || substring(urn FROM '[^.]+[.][^.]+$'),
             concat_ws(' ', facts ->> 'asset.kind',
                       CASE facts ->> 'owner.present' WHEN 'true' THEN 'owned' ELSE 'unowned' END,
                       facts ->> 'columns', 'columns',
                       CASE facts ->> 'primary.key' WHEN 'true' THEN 'key' ELSE 'keyless' END,
                       CASE facts ->> 'described' WHEN 'true' THEN 'described' ELSE 'undescribed' END,
                       facts ->> 'columns.described', 'texts')
        FROM asset\
      """;

  private static final String LATEST =
      """
      SELECT DISTINCT ON (1) concat_ws(' ', 'latest', metric, attributes), settled_last::bigint::text
        FROM metric_window WHERE metric = 'tidemark.data.asset.count' AND grain = 'DAY'
       ORDER BY 1, start DESC\
      """;

  private static final String POPULATIONS =
      "SELECT 'population ' || kind, visible || ' of ' || eligible FROM population";

  private static final String MEMBERS =
      """
      SELECT DISTINCT ON (1) concat_ws(' ', 'members', metric, attributes), encode(settled_sketch, 'hex')
        FROM metric_window
       WHERE grain = 'DAY' AND metric ~ '^tidemark[.](identity.principal|access.grant)[.]' AND settled_sketch IS NOT NULL
       ORDER BY 1, start DESC\
      """;

  private static final String EVIDENCE =
      """
      SELECT 'evidence ' || (e ->> 'indicator'),
             CASE WHEN e ->> 'u' IS NULL THEN 'nothing'
                  ELSE concat_ws(' ', e ->> 'numerator', 'of', e ->> 'denominator', 'n', e ->> 'n', 'u', e ->> 'u',
                                 'e', e ->> 'e', 'g', e ->> 'g', 'm', e ->> 'm', e ->> 'state') END
        FROM score_card CROSS JOIN jsonb_array_elements(card -> 'evidence') e\
      """;

  private static final String AGES =
      """
      SELECT e ->> 'indicator', e ->> 'age_days'
        FROM score_card CROSS JOIN jsonb_array_elements(card -> 'evidence') e
       WHERE e ->> 'age_days' IS NOT NULL\
      """;

  private static final String SCORES =
      "SELECT 'score ' || composite, concat_ws(' ', score, low, high, coverage) FROM score_live";

  /** Of one moment: a card and its scores change every second. */
  private static final String AT_ONCE =
      "SELECT * FROM (%s UNION ALL %s UNION ALL SELECT 'age ' || i, a FROM (%s) ages (i, a)) row"
          .formatted(EVIDENCE, SCORES, AGES);

  private final Map<String, String> found = new TreeMap<>();
  private final Map<String, Double> ages = new TreeMap<>();

  private Rows() {}

  static Rows of(Sql database) {
    Rows rows = new Rows();
    for (String question : List.of(READINGS, ASSETS, LATEST, POPULATIONS)) {
      rows.found.putAll(database.table(question));
    }
    database.table(MEMBERS).forEach((name, sketch) -> rows.found.put(name, members(sketch)));
    database.table(AT_ONCE).forEach(rows::take);
    return rows;
  }

  private void take(String name, String value) {
    if (name.startsWith("age ")) {
      ages.put(name.substring("age ".length()), Double.valueOf(value));
    } else {
      found.put(name, value);
    }
  }

  /** A byte that names the family, then a Theta sketch, which is exact for so few. */
  private static String members(String sketch) {
    byte[] bytes = HexFormat.of().parseHex(sketch);
    byte[] theta = new byte[bytes.length - 1];
    ByteBuffer.wrap(bytes, 1, theta.length).get(theta);
    return Long.toString(Math.round(Sketches.wrapSketch(Memory.wrap(theta)).getEstimate()));
  }

  Map<String, String> found() {
    return found;
  }

  /**
   * How old the evidence of an indicator was when it was scored: when that is nobody prescribes.
   */
  double age(String indicator) {
    return ages.getOrDefault(indicator, 0d);
  }
}
