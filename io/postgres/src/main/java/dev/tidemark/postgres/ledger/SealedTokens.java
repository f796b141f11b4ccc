// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.postgres.crypto.Keyring;
import dev.tidemark.postgres.crypto.Sealed;
import dev.tidemark.spi.TokenStore.Kept;
import dev.tidemark.spi.options.Secret;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Tokens as the table holds them: sealed for the connector they belong to. */
record SealedTokens(Keyring keyring, UUID connector) {
  private static final ObjectMapper JSON = new ObjectMapper();

  String seal(Kept kept) {
    Secret previous = kept.previous();
    ObjectNode node = JSON.createObjectNode();
    node.put("token", kept.token().reveal())
        .put("previous", previous == null ? null : previous.reveal())
        .put("origin", kept.origin());
    return keyring.seal(node.toString().getBytes(StandardCharsets.UTF_8), connector).json();
  }

  Kept open(String content) {
    byte[] plain = keyring.open(Sealed.parse(content), connector);
    try {
      JsonNode node = JSON.readTree(new String(plain, StandardCharsets.UTF_8));
      JsonNode previous = node.path("previous");
      return new Kept(
          Secret.of(node.path("token").asText()),
          previous.isTextual() ? Secret.of(previous.asText()) : null,
          node.path("origin").asText());
    } catch (JsonProcessingException unreadable) {
      // Its message quotes the tokens.
      throw new IllegalStateException("what is sealed for " + connector + " is no JSON");
    }
  }
}
