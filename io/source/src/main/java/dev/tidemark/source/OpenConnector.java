// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.StreamId;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Hints;
import java.time.Duration;
import java.util.Optional;

/**
 * An open connector shared by the streams that read it; it is closed when the last one lets go.
 *
 * @param budget shared by all streams of its credential
 * @param guard of what all its streams may cost
 */
record OpenConnector(
    ConnectorType type, Connector connector, CredentialBudget budget, CostGuard guard) {
  /** Where news of a stream is heard; empty where it is not. */
  Optional<Hints> hints(StreamId stream) {
    return connector.hints().filter(hints -> hints.streams().contains(stream.name()));
  }

  /** How long a fetch may take. */
  Duration deadline(Duration byDefault) {
    return type.description().deadline().orElse(byDefault);
  }
}
