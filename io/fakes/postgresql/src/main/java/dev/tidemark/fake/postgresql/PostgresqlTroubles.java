// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.postgresql;

import dev.tidemark.spi.Category;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.ResponseScenes;
import java.util.List;

/** The ways a server's answers go wrong. */
record PostgresqlTroubles(Estate estate, Wire wire) implements ResponseScenes {
  @Override
  public Played spoil(String stream, Spoil how) {
    return switch (how) {
      case HALF_RESPONSE -> {
        wire.cut();
        yield Played.yes();
      }
      case FAILING_STREAM -> Played.not("all streams read the catalogs of one server");
      case WRONG_ENCODING, TRUNCATED_COMPRESSION ->
          Played.not("the protocol has one encoding and no compression");
      case POISON_RECORD, HUGE_NUMBER, HUGE_TEXT ->
          Played.not("the server renders each record from typed columns of its catalogs");
    };
  }

  @Override
  public List<VendorError> errors() {
    return List.of(
        new VendorError(
            "53300 too_many_connections",
            "tables",
            Category.TRANSIENT,
            () ->
                estate.run(Estate.MAIN, "alter role " + estate.watcher() + " connection limit 0")));
  }

  @Override
  public void mend() {
    wire.mend();
    estate.run(Estate.MAIN, "alter role " + estate.watcher() + " connection limit -1");
  }
}
