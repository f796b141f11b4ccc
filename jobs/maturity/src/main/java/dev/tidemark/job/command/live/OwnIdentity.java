// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.job.command.Output;
import dev.tidemark.postgres.admin.ConnectorEntry;
import dev.tidemark.spi.ledger.ConnectorRegistry;
import dev.tidemark.spi.ledger.ConnectorSettings;
import java.net.URI;
import java.util.Optional;

/**
 * The name by which the embedded server stays the same platform although its port changes. A data
 * directory from before it had one keeps the address it was known by.
 */
final class OwnIdentity {
  /** What a new one is called. */
  static final String NEW = "embedded";

  private OwnIdentity() {}

  static String of(Optional<ConnectorEntry> known, ConnectorRegistry registry) {
    return known
        .flatMap(entry -> registry.settings(entry.id(), "tidemark up"))
        .map(OwnIdentity::of)
        .orElse(NEW);
  }

  private static String of(ConnectorSettings settings) {
    try {
      JsonNode node = Output.JSON.readTree(settings.settings().reveal());
      return node.has(Sources.IDENTITY)
          ? node.get(Sources.IDENTITY).asText()
          : address(URI.create(node.path(Sources.URL).asText()));
    } catch (JsonProcessingException | IllegalArgumentException unreadable) {
      return NEW;
    }
  }

  private static String address(URI url) {
    return url.getHost() == null ? NEW : url.getHost() + ":" + url.getPort();
  }
}
