// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;

/** What the error codes of token endpoints mean: RFC 6749, section 5.2, and RFC 7523. */
final class TokenRefusals {
  private static final Dialect DIALECT =
      Dialect.standard()
          .named("the token endpoint")
          .withMessageAt("/error_description", "/error/message", "/message")
          .withCodeAt("/error", "/error/code")
          .withRule(FailureRule.code("invalid_client", Category.AUTH, client()))
          .withRule(FailureRule.code("invalid_grant", Category.AUTH, grant()))
          .withRule(FailureRule.code("unauthorized_client", Category.AUTH, allowed()))
          .withRule(FailureRule.code("access_denied", Category.PERMISSION, allowed()))
          .withRule(FailureRule.code("invalid_scope", Category.CONFIG, "correct the scope"))
          .withRule(FailureRule.code("unsupported_grant_type", Category.CONFIG, allowed()))
          .withRule(FailureRule.code("invalid_request", Category.CONFIG, "correct the settings"))
          .withRule(
              FailureRule.code("temporarily_unavailable", Category.TRANSIENT, "it is retried"))
          .withRule(FailureRule.code("server_error", Category.TRANSIENT, "it is retried"))
          .withRule(
              FailureRule.status(404, Category.CONFIG, "correct the address of the endpoint"));

  private TokenRefusals() {}

  static Dialect dialect() {
    return DIALECT;
  }

  static ConnectorException noToken(Head head) {
    return ConnectorException.of(
        Category.DATA,
        "the token endpoint "
            + Labels.of(head.from())
            + " answered without an access_token: "
            + "check that the address is that of a token endpoint");
  }

  private static String client() {
    return "correct the client's id and secret, or renew an expired secret";
  }

  private static String grant() {
    return "authorise the connection again";
  }

  private static String allowed() {
    return "allow this kind of grant for the client at the source";
  }
}
