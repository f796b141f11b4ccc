// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.asset.AssetFacts;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Brings the facts of streams up to date, and with them the merged assets and their counts. */
final class FactWriter {
  /** What a statement takes away, unless the same commit tells of it again. */
  private static final String UNLESS_PRESENT =
      """
       AND NOT EXISTS (SELECT FROM unnest(?::int8[], ?::text[]) AS present (stream_id, asset)
                        WHERE present.stream_id = f.stream_id AND present.asset = f.asset)
      RETURNING f.organisation_id, f.asset\
      """;

  private static final String DELETE_RANGES =
      """
      DELETE FROM asset_fact f USING unnest(?::int8[], ?::text[], ?::text[]) AS gone (stream_id, after, through)
       WHERE f.stream_id = gone.stream_id
         AND (gone.after IS NULL OR f.record_key > gone.after COLLATE "C")
         AND (gone.through IS NULL OR f.record_key <= gone.through COLLATE "C")
      """
          + UNLESS_PRESENT;

  private static final String DELETE_KEYS =
      """
      DELETE FROM asset_fact f USING unnest(?::int8[], ?::text[]) AS gone (stream_id, record_key)
       WHERE f.stream_id = gone.stream_id AND f.record_key = gone.record_key COLLATE "C"
      """
          + UNLESS_PRESENT;

  private static final String DELETE_ASSETS =
      """
      DELETE FROM asset_fact f USING unnest(?::uuid[], ?::int8[], ?::text[]) AS gone (organisation_id, stream_id, asset)
       WHERE f.organisation_id = gone.organisation_id AND f.stream_id = gone.stream_id
         AND f.asset = gone.asset COLLATE "C"
      """
          + UNLESS_PRESENT;

  private static final String WRITE =
      """
      INSERT INTO asset_fact AS f
             (organisation_id, asset, stream_id, record_key, stratum, asset_type, facts, observed_at)
      SELECT organisation_id, asset, stream_id, record_key, stratum, asset_type, facts::jsonb, observed_at
        FROM unnest(?::uuid[], ?::text[], ?::int8[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
          AS u (organisation_id, asset, stream_id, record_key, stratum, asset_type, facts, observed_at)
          ON CONFLICT (organisation_id, asset, stream_id) DO UPDATE
         SET record_key = EXCLUDED.record_key, stratum = EXCLUDED.stratum, asset_type = EXCLUDED.asset_type,
             facts = EXCLUDED.facts, observed_at = EXCLUDED.observed_at
       WHERE (f.record_key, f.stratum, f.asset_type, f.facts)
          IS DISTINCT FROM (EXCLUDED.record_key, EXCLUDED.stratum, EXCLUDED.asset_type, EXCLUDED.facts)
      RETURNING f.organisation_id, f.asset\
      """;

  private record Told(AppliedCommits step, AssetFacts facts) {
    Instant observedAt() {
      return step.last().observedAt();
    }
  }

  private record Gone<T>(AppliedCommits step, T what) {}

  private final Session session;
  private final Set<AssetKey> touched = new TreeSet<>();

  FactWriter(Session session) {
    this.session = session;
  }

  void write(List<AppliedCommits> steps) throws SQLException {
    Map<AppliedCommits, FactFold> folds = new LinkedHashMap<>();
    for (AppliedCommits step : steps) {
      if (!step.facts().isEmpty()) {
        folds.put(step, FactFold.of(step.facts()));
      }
    }
    List<Told> present = present(folds);
    remove(folds, present);
    if (!present.isEmpty()) {
      touch(WRITE, columns(present));
    }
    new AssetMerging(session).merge(touched);
  }

  private void remove(Map<AppliedCommits, FactFold> folds, List<Told> present) throws SQLException {
    List<Gone<KeyRange>> ranges = gone(folds, fold -> List.copyOf(fold.ranges()));
    if (!ranges.isEmpty()) {
      Columns<Gone<KeyRange>> gone =
          Columns.of(ranges)
              .bigint(range -> range.step.row().id())
              .text(range -> range.what.after())
              .text(range -> range.what.through());
      touch(DELETE_RANGES, unless(gone, present));
    }
    List<Gone<String>> keys = gone(folds, fold -> List.copyOf(fold.keys()));
    if (!keys.isEmpty()) {
      Columns<Gone<String>> gone =
          Columns.of(keys).bigint(key -> key.step.row().id()).text(Gone::what);
      touch(DELETE_KEYS, unless(gone, present));
    }
    List<Gone<String>> assets = gone(folds, fold -> List.copyOf(fold.assets()));
    if (!assets.isEmpty()) {
      Columns<Gone<String>> gone =
          Columns.of(assets)
              .uuid(asset -> asset.step.organisation())
              .bigint(asset -> asset.step.row().id())
              .text(Gone::what);
      touch(DELETE_ASSETS, unless(gone, present));
    }
  }

  private void touch(String sql, Object[] parameters) throws SQLException {
    touched.addAll(
        session.list(
            sql, row -> new AssetKey(row.uuid("organisation_id"), row.text("asset")), parameters));
  }

  private static <T> List<Gone<T>> gone(
      Map<AppliedCommits, FactFold> folds, Function<FactFold, List<T>> part) {
    List<Gone<T>> gone = new ArrayList<>();
    folds.forEach(
        (step, fold) -> part.apply(fold).forEach(what -> gone.add(new Gone<>(step, what))));
    return gone;
  }

  private static List<Told> present(Map<AppliedCommits, FactFold> folds) {
    return folds.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().present().values().stream()
                    .map(facts -> new Told(entry.getKey(), facts)))
        .sorted(
            Comparator.<Told, java.util.UUID>comparing(told -> told.step.organisation())
                .thenComparing(told -> told.facts.asset().urn())
                .thenComparing(told -> told.step.row().id()))
        .toList();
  }

  private static Object[] unless(Columns<?> gone, List<Told> present) {
    List<Object> parameters = new ArrayList<>(List.of(gone.parameters()));
    parameters.addAll(
        List.of(
            Columns.of(present)
                .bigint(told -> told.step.row().id())
                .text(told -> told.facts.asset().urn())
                .parameters()));
    return parameters.toArray();
  }

  private static Object[] columns(List<Told> present) {
    return Columns.of(present)
        .uuid(told -> told.step.organisation())
        .text(told -> told.facts.asset().urn())
        .bigint(told -> told.step.row().id())
        .text(told -> told.facts.recordKey())
        .text(told -> told.facts.stratum().urn())
        .text(told -> told.facts.asset().type())
        .text(told -> Json.text(told.facts.facts()))
        .instant(Told::observedAt)
        .parameters();
  }
}
