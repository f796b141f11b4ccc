// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.oracle;

import dev.tidemark.e2e.world.Entry;
import dev.tidemark.e2e.world.Journal;
import dev.tidemark.e2e.world.SourceServer;
import dev.tidemark.e2e.world.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an installation that reads a source must know, row by row: computed from the source's
 * journal by arithmetic of its own, once nobody is at work. That the journal tells all, the
 * source's own counters must confirm.
 */
public final class RecordedOracle {
  private static final String SHOWN =
      """
      SELECT counter || ' shop.' || relname, shown::text
        FROM pg_stat_user_tables
       CROSS JOIN LATERAL (VALUES
             ('read', seq_scan + coalesce(idx_scan, 0)),
             ('write', n_tup_ins + n_tup_upd + n_tup_del)) AS counter (counter, shown)
       WHERE schemaname = 'shop' AND relname ~ '^t[0-9]+$'\
      """;

  private final SourceServer source;
  private final Journal journal;

  private RecordedOracle(SourceServer source) {
    this.source = source;
    this.journal = source.journal();
    shown().forEach(this::noteShown);
    journal.note("", Counted.BEGUN, "");
  }

  /** From now on, everything having been read once and nobody being at work. */
  public static RecordedOracle of(SourceServer source) {
    return new RecordedOracle(source);
  }

  private Map<String, String> shown() {
    return source.administrator().table(SHOWN);
  }

  private void noteShown(String name, String value) {
    String[] words = name.split(" ");
    journal.note(words[1], Counted.SHOWN + words[0], value);
  }

  /** Is told that everything has been read since a moment. */
  public void looked(Instant since) {
    journal.note(new Entry(since, since, "", Counted.LOOKED, ""));
  }

  /** Is told that what was known before may have been forgotten. */
  public void forgot() {
    journal.note("", Counted.FORGOTTEN, "");
  }

  /** Compares every row. */
  public Comparison compare(Sql database) {
    List<Entry> entries = journal.entries();
    Windows windows = new Windows(new Counted(entries), Instant.now());
    Rows rows = Rows.of(database);
    Map<String, String> found = new TreeMap<>(rows.found());
    found.putAll(windows.found(database));
    shown().forEach((name, value) -> found.put("source " + name, value));
    Map<String, Expected> expected = new TreeMap<>(windows.expected());
    expected.putAll(new Known(entries).rows());
    expected.putAll(new Known(entries).scores(rows::age).rows());
    return Comparison.of(expected, found);
  }
}
