// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.fake.FakeServer;
import dev.tidemark.testkit.fake.Troubles;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.VolumeScenes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** There is very much to read, or nothing comes. */
record Volume(FakeServer server, World world, InstantSource clock) implements VolumeScenes {
  private static final long FIRST = 1L << 40;

  @Override
  public String largest() {
    return "logins";
  }

  @Override
  public int most() {
    return 1_000_000;
  }

  /** A millisecond apart, up to now. */
  @Override
  public Played fill(int records) {
    if (clock instanceof VirtualClock virtual) {
      virtual.advance(Duration.ofMillis(records));
    }
    Instant first = clock.instant().minusMillis(records);
    world
        .shelf("LoginHistory")
        .fill(
            first,
            records,
            number ->
                Logins.row(Ids.of("0Ya", FIRST + number), World.USER, first.plusMillis(number)));
    return Played.yes();
  }

  @Override
  public Played hang() {
    server.troubles().always(request -> true, Troubles.hanging());
    return Played.yes();
  }

  @Override
  public void release() {
    server.troubles().mend();
    server.release();
  }
}
