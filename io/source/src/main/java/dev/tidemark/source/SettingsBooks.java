// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.ConnectorId;
import java.util.UUID;

/**
 * The books of a pipeline without a database: one connector with given settings, whose streams
 * nobody else reads.
 *
 * @param settings JSON object
 */
record SettingsBooks(UUID connector, String type, String settings) implements BooksAccess {
  @Override
  public Books open() {
    return new Books(
        new SettingsRegistry(new ConnectorId(connector), type, settings),
        new LocalLeases(),
        new NothingKept(),
        () -> false,
        () -> {});
  }

  /** Settings are never shown. */
  @Override
  public String toString() {
    return type + " " + connector;
  }
}
