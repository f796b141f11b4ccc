// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.options.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * How a call proves who makes it. Composable; safe for use by several threads. Only calls to the
 * account's own host are authorised, also after a redirect.
 */
public interface Authentication {
  /** The call with what proves who makes it; may itself ask a token endpoint. */
  Call authorise(Call call, Conversation conversation);

  /**
   * The source answered 401: discards what proved not to be good any more.
   *
   * @param refused the call as it was authorised
   * @return whether asking once more may help
   */
  boolean renew(Call refused, Conversation conversation);

  /** What must never be shown, as of now. */
  List<Secret> secrets();

  /** Proves nothing. */
  static Authentication none() {
    return new FixedHeaders(List.of());
  }

  /** A token in the header Authorization. */
  static Authentication bearer(Secret token) {
    return header("Authorization", Secret.of("Bearer " + token.reveal()), token);
  }

  /** User and password, RFC 7617, in UTF-8. */
  static Authentication basic(String user, Secret password) {
    String pair = Base64.getEncoder().encodeToString(utf8(user + ":" + password.reveal()));
    return header("Authorization", Secret.of("Basic " + pair), password, Secret.of(pair));
  }

  /** A key in a header of any name. */
  static Authentication keyInHeader(String header, Secret key) {
    return header(header, key);
  }

  /** A key in the query, where the source knows no other way: queries are never shown. */
  static Authentication keyInQuery(String parameter, Secret key) {
    return new QueryKey(parameter, key);
  }

  /** A token that is obtained and renewed when it is needed. */
  static Authentication token(TokenSource tokens) {
    return new TokenAuthentication(tokens);
  }

  /** Both this one and another. */
  default Authentication and(Authentication other) {
    return new JointAuthentication(List.of(this, other));
  }

  private static Authentication header(String name, Secret value, Secret... parts) {
    return new FixedHeaders(List.of(new FixedHeaders.Header(name, value, List.of(parts))));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
