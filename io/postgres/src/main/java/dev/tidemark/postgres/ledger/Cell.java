// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.postgres.database.Row;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.UUID;

/** Where assets are counted together: those of a stratum with one signature. */
record Cell(UUID organisation, String stratum, String signature) implements Comparable<Cell> {
  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::organisation)
          .thenComparing(Cell::stratum)
          .thenComparing(Cell::signature);

  static Cell of(UUID organisation, MergedAsset asset) {
    return new Cell(organisation, asset.stratum(), asset.signature());
  }

  static Cell read(Row row) throws SQLException {
    return new Cell(row.uuid("organisation_id"), row.text("stratum"), row.text("signature"));
  }

  /** Its key of fixed size. */
  UUID key() {
    return Digest.of(stratum, signature);
  }

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
