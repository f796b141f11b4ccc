// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.upkeep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.job.command.Output;
import dev.tidemark.model.Bytes;
import dev.tidemark.postgres.admin.DeadLetter;
import dev.tidemark.postgres.admin.DeadLetters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Dead letters as JSON. */
final class LetterFacts {
  private LetterFacts() {}

  /** Without what it holds. */
  static ObjectNode of(DeadLetter it) {
    ObjectNode facts =
        Output.JSON
            .createObjectNode()
            .put("id", it.id().toString())
            .put("connector", it.connector())
            .put("connector_id", it.stream().connector().toString())
            .put("type", it.connectorType())
            .put("stream", it.stream().name())
            .put("key", it.key())
            .put("reason", it.reason())
            .put("replay", it.replay().name().toLowerCase(Locale.ROOT))
            .put("times", it.times())
            .put("bytes", it.bytes())
            .put("observed_at", it.observedAt().toString())
            .put("seen_at", it.seenAt().toString());
    Optional.ofNullable(it.askedAt()).ifPresent(at -> facts.put("asked_at", at.toString()));
    Optional.ofNullable(it.answeredAt()).ifPresent(at -> facts.put("answered_at", at.toString()));
    return facts;
  }

  /** With what it holds: {@code text}, or {@code base64} where that is no text. */
  static ObjectNode of(DeadLetters.Opened opened) {
    ObjectNode facts = of(opened.letter());
    Optional<String> text = text(opened.payload());
    return text.isPresent()
        ? facts.put("text", text.get())
        : facts.put("base64", base64(opened.payload()));
  }

  /** The bytes as text; empty if they are no UTF-8. */
  static Optional<String> text(Bytes payload) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload.array())).toString());
    } catch (CharacterCodingException noText) {
      return Optional.empty();
    }
  }

  static String base64(Bytes payload) {
    return Base64.getEncoder().encodeToString(payload.array());
  }
}
