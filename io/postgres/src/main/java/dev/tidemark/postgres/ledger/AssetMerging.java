// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Merges touched assets anew from their facts and moves the cells that count them by the
 * difference. The organisation's row is locked by the caller, so nobody else does so meanwhile.
 */
final class AssetMerging {
  private static final String TOLD =
      """
      SELECT f.organisation_id, f.asset, f.stream_id, s.precedence, f.observed_at, f.asset_type, f.stratum, f.facts::text
        FROM unnest(?::uuid[], ?::text[]) AS touched (organisation_id, asset)
        JOIN asset_fact f USING (organisation_id, asset)
        JOIN stream s ON s.id = f.stream_id\
      """;

  private static final String KNOWN =
      """
      SELECT a.organisation_id, a.urn, a.stratum, a.signature
        FROM unnest(?::uuid[], ?::text[]) AS touched (organisation_id, urn)
        JOIN asset a USING (organisation_id, urn)\
      """;

  private static final String WRITE =
      """
      INSERT INTO asset AS a (organisation_id, urn, asset_type, stratum, facts, signature)
      SELECT organisation_id, urn, asset_type, stratum, facts::jsonb, signature
        FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
          AS u (organisation_id, urn, asset_type, stratum, facts, signature)
          ON CONFLICT (organisation_id, urn) DO UPDATE
         SET asset_type = EXCLUDED.asset_type, stratum = EXCLUDED.stratum, facts = EXCLUDED.facts,
             signature = EXCLUDED.signature
       WHERE (a.asset_type, a.stratum, a.facts, a.signature)
          IS DISTINCT FROM (EXCLUDED.asset_type, EXCLUDED.stratum, EXCLUDED.facts, EXCLUDED.signature)\
      """;

  private static final String DELETE =
      """
      DELETE FROM asset a USING unnest(?::uuid[], ?::text[]) AS gone (organisation_id, urn)
       WHERE a.organisation_id = gone.organisation_id AND a.urn = gone.urn COLLATE "C\"\
      """;

  private final Session session;

  AssetMerging(Session session) {
    this.session = session;
  }

  void merge(Collection<AssetKey> touched) throws SQLException {
    if (touched.isEmpty()) {
      return;
    }
    Object[] keys = columns(touched).parameters();
    Map<AssetKey, MergedAsset> now = merged(keys);
    Map<AssetKey, Cell> before = new TreeMap<>();
    session.list(KNOWN, row -> before.put(key(row, "urn"), Cell.read(row)), keys);
    CellMoves moves = new CellMoves();
    before.values().forEach(moves::leave);
    now.forEach((key, asset) -> moves.enter(Cell.of(key.organisation(), asset)));
    write(now);
    delete(before.keySet().stream().filter(key -> !now.containsKey(key)).toList());
    moves.write(session);
  }

  private Map<AssetKey, MergedAsset> merged(Object[] keys) throws SQLException {
    Map<AssetKey, List<ToldFacts>> told = new TreeMap<>();
    session.list(
        TOLD,
        row ->
            told.computeIfAbsent(key(row, "asset"), key -> new ArrayList<>())
                .add(ToldFacts.read(row)),
        keys);
    Map<AssetKey, MergedAsset> merged = new TreeMap<>();
    told.forEach((key, facts) -> merged.put(key, MergedAsset.of(facts)));
    return merged;
  }

  private void write(Map<AssetKey, MergedAsset> assets) throws SQLException {
    session.change(
        WRITE,
        Columns.of(assets.entrySet())
            .uuid(entry -> entry.getKey().organisation())
            .text(entry -> entry.getKey().urn())
            .text(entry -> entry.getValue().type())
            .text(entry -> entry.getValue().stratum())
            .text(entry -> Json.text(entry.getValue().facts()))
            .text(entry -> entry.getValue().signature())
            .parameters());
  }

  private void delete(List<AssetKey> gone) throws SQLException {
    if (!gone.isEmpty()) {
      session.change(DELETE, columns(gone).parameters());
    }
  }

  private static Columns<AssetKey> columns(Collection<AssetKey> keys) {
    return Columns.of(keys).uuid(AssetKey::organisation).text(AssetKey::urn);
  }

  private static AssetKey key(Row row, String column) throws SQLException {
    return new AssetKey(row.uuid("organisation_id"), row.text(column));
  }
}
