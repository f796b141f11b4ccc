// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.run;

import dev.tidemark.outlet.Outlet;
import dev.tidemark.outlet.OutletType;
import dev.tidemark.outlet.OutletTypes;
import dev.tidemark.postgres.crypto.Keyring;
import dev.tidemark.spi.options.Settings;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Outlets with their settings open, kept until they change. Safe for use by several threads. */
final class OpenOutlets implements AutoCloseable {
  /** An outlet that can be told something, and how often an event is tried. */
  record Opened(long version, Outlet outlet, int tries) {}

  private final OutletRows rows;
  private final Keyring keyring;
  private final Map<UUID, Opened> all = new HashMap<>();
  private boolean closed;

  OpenOutlets(OutletRows rows, Keyring keyring) {
    this.rows = rows;
    this.keyring = keyring;
  }

  /** The outlet under the settings it has now. */
  synchronized Opened of(Held held) {
    if (closed) {
      throw new IllegalStateException("the outlets are being closed");
    }
    Opened known = all.get(held.id());
    if (known != null && known.version == held.version()) {
      return known;
    }
    if (known != null) {
      all.remove(held.id());
      known.outlet.close();
    }
    Opened opened = open(held);
    all.put(held.id(), opened);
    return opened;
  }

  private Opened open(Held held) {
    rows.audit(held);
    OutletType type = OutletTypes.of(held.type());
    Settings settings =
        type.options()
            .parse(new String(keyring.open(held.settings(), held.id()), StandardCharsets.UTF_8));
    return new Opened(held.version(), type.open(settings), settings.require(OutletType.TRIES));
  }

  /** What is under way fails. */
  @Override
  public synchronized void close() {
    closed = true;
    all.values().forEach(it -> it.outlet.close());
    all.clear();
  }
}
