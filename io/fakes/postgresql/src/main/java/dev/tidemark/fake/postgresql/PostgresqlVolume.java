// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.postgresql;

import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.VolumeScenes;

/** A server with many tables, or one that does not answer. */
record PostgresqlVolume(Estate estate, String database, Wire wire) implements VolumeScenes {
  private static final int BATCH = 500;

  @Override
  public String largest() {
    return "tables";
  }

  /** Ten thousand are read by another test; a million would take a server an hour to make. */
  @Override
  public int most() {
    return 2_000;
  }

  @Override
  public Played fill(int records) {
    for (int from = 1; from <= records; from += BATCH) {
      estate.run(
          database,
          """
          do $$ begin
            for n in %d .. %d loop
              execute format('create table many%%s (id int)', lpad(n::text, 6, '0'));
            end loop;
          end $$
          """
              .formatted(from, from + BATCH - 1));
    }
    return Played.yes();
  }

  @Override
  public Played hang() {
    wire.hang();
    return Played.yes();
  }

  @Override
  public void release() {
    wire.mend();
  }
}
