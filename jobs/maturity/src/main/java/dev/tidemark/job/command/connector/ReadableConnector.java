// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.TokenStore;
import dev.tidemark.spi.options.Settings;
import java.util.List;
import java.util.Set;

/**
 * A connector that can be read, wherever its settings came from.
 *
 * @param streams to read, empty for all its type offers
 * @param tokens keeps its tokens that change with use
 */
public record ReadableConnector(
    ConnectorType type, String name, Settings settings, Set<String> streams, TokenStore tokens) {

  /** Access to it; the caller closes it. */
  public Connector open() {
    return type.open(settings, tokens);
  }

  /** The streams that would be read, in the type's order. */
  public List<StreamDescription> chosen() {
    return type.description().streams().stream()
        .filter(stream -> streams.isEmpty() || streams.contains(stream.name()))
        .toList();
  }

  static ReadableConnector of(ConnectorDraft draft) {
    return new ReadableConnector(
        draft.type(),
        draft.name(),
        draft.settings(),
        draft.streams(),
        TokenStore.absent("connector " + draft.name() + " is a file"));
  }
}
