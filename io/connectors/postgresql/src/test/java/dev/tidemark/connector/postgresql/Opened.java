// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.fake.postgresql.Estate;
import dev.tidemark.spi.Connector;
import java.util.HashMap;
import java.util.Map;

/** Access to an estate as its watcher. */
final class Opened {
  private Opened() {}

  static Connector on(Estate estate) {
    return on(estate, Map.of());
  }

  static Connector on(Estate estate, Map<String, ?> changed) {
    Map<String, Object> settings = new HashMap<>(estate.settings());
    settings.putAll(changed);
    return new PostgresqlType().open(PostgresqlOptions.ALL.parse(settings));
  }
}
