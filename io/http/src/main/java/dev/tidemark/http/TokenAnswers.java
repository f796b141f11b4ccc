// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.options.Secret;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what token endpoints answer, RFC 6749, section 5, and what vendors make of it. */
final class TokenAnswers {
  private static final String ACCESS = "/access_token";
  private static final String REFRESH = "/refresh_token";
  private static final List<String> PLAIN =
      List.of("/instance_url", "/scope", "/token_type", "/id", "/resource");
  private static final JsonShape SHAPE =
      JsonShape.fields(ACCESS, REFRESH, "/expires_in", "/expires_on")
          .and(PLAIN.toArray(String[]::new));

  private TokenAnswers() {}

  /** What was granted. */
  record Granted(Token token, @Nullable Secret refresh) {
    Optional<Secret> refreshToken() {
      return Optional.ofNullable(refresh);
    }
  }

  static Granted ask(Call call, Conversation conversation, List<Secret> hidden) {
    JsonAnswer answer = conversation.read(call, SHAPE, TokenRefusals.dialect(), hidden);
    String access = answer.text(ACCESS).orElseThrow(() -> TokenRefusals.noToken(answer.head()));
    Instant now = answer.head().at();
    Token token = new Token(Secret.of(access), now, expires(answer, now), plain(answer));
    return new Granted(token, answer.text(REFRESH).map(Secret::of).orElse(null));
  }

  private static @Nullable Instant expires(JsonAnswer answer, Instant now) {
    return answer
        .text("/expires_in")
        .flatMap(TokenAnswers::seconds)
        .map(now::plusSeconds)
        .or(
            () ->
                answer.text("/expires_on").flatMap(TokenAnswers::seconds).map(TokenAnswers::epoch))
        .orElse(null);
  }

  private static Instant epoch(long seconds) {
    return Instant.ofEpochSecond(seconds);
  }

  /** Some vendors write the number as text. */
  private static Optional<Long> seconds(String text) {
    try {
      long seconds = Long.parseLong(text.strip());
      return seconds >= 0 && seconds < Instant.MAX.getEpochSecond() / 2
          ? Optional.of(seconds)
          : Optional.empty();
    } catch (NumberFormatException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Map<String, String> plain(JsonAnswer answer) {
    Map<String, String> fields = new HashMap<>();
    PLAIN.forEach(
        pointer -> answer.text(pointer).ifPresent(text -> fields.put(pointer.substring(1), text)));
    return fields;
  }
}
