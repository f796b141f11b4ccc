// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.options.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A client's id and secret as RFC 6749, section 2.3.1 wants them: form-encoded, then basic. */
final class ClientHeader {
  private ClientHeader() {}

  static Secret of(String id, Secret secret) {
    String pair = form(id) + ":" + form(secret.reveal());
    byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
    return Secret.of("Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  private static String form(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
