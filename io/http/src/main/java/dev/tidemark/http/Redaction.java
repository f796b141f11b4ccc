// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.options.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Takes secrets out of texts a source sent back, whichever way it wrote them. */
record Redaction(List<Secret> secrets) {
  private static final int LONGEST = 600;

  Redaction {
    secrets = List.copyOf(secrets);
  }

  /** The text on one line, not too long, without the secrets. */
  String clean(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String clean = line;
    for (Secret secret : secrets) {
      clean = without(clean, secret.reveal());
    }
    return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
  }

  /** Whether a text holds a secret. */
  boolean finds(String text) {
    return secrets.stream().anyMatch(secret -> !without(text, secret.reveal()).equals(text));
  }

  /** The same failure, its message without the secrets. */
  ConnectorException clean(ConnectorException failure) {
    String message = String.valueOf(failure.getMessage());
    String clean = clean(message);
    if (clean.equals(message)) {
      return failure;
    }
    ConnectorException copy =
        failure
            .retryAfter()
            .map(until -> ConnectorException.rateLimited(clean, until))
            .orElseGet(() -> ConnectorException.of(failure.category(), clean));
    copy.setStackTrace(failure.getStackTrace());
    return copy.costing(failure.cost());
  }

  private static String without(String text, String secret) {
    String clean = text;
    for (String form : forms(secret).toList()) {
      clean = form.isBlank() ? clean : clean.replace(form, "***");
    }
    return clean;
  }

  private static Stream<String> forms(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        secret,
        secret.replaceAll("[\\p{Cntrl}\\s]+", " ").strip(),
        Percent.encode(secret),
        Base64.getEncoder().encodeToString(bytes),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
