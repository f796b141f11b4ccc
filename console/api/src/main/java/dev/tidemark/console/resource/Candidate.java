// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.TokenStore;
import dev.tidemark.spi.options.Settings;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A connector to be tried, wherever its settings came from.
 *
 * @param streams to read, none for all its type offers
 * @param tokens keeps its tokens that change with use
 */
record Candidate(
    ConnectorType type, Settings settings, Set<String> streams, TokenStore tokens, Censor censor) {

  /** Does something with the account; a failure of its platform is a problem. */
  JsonNode use(Function<Connector, JsonNode> work) {
    try (Connector connector = type.open(settings, tokens)) {
      return work.apply(connector);
    } catch (ConnectorException failure) {
      String detail =
          failure.category().code() + ": " + censor.of(String.valueOf(failure.getMessage()));
      throw Problem.of(Kind.PLATFORM, detail).thrown();
    }
  }

  /** The streams that would be read, in the type's order. */
  List<StreamDescription> chosen() {
    return type.description().streams().stream()
        .filter(stream -> streams.isEmpty() || streams.contains(stream.name()))
        .toList();
  }
}
