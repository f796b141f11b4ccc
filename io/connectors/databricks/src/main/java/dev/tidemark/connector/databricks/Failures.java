// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.http.Dialect;
import dev.tidemark.http.Failure;
import dev.tidemark.http.FailureRule;
import dev.tidemark.http.Verdict;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.Optional;
import java.util.Set;

/** What the vendor's errors mean, over HTTP and of statements that fail with an answer of 200. */
final class Failures {
  /** SQLSTATEs of a table, schema or column that is not there, or not for this credential. */
  private static final Set<String> UNSEEN =
      Set.of("42P01", "42704", "42703", "42000", "42501", "3F000", "42K05");

  private static final int LONGEST = 300;

  private Failures() {}

  /** How the REST interfaces speak. */
  static Dialect dialect() {
    return Dialect.standard()
        .named("Databricks")
        .withCodeAt("/error_code", "/error")
        .withMessageAt("/message", "/error_description")
        .withRule(Failures::invalidToken)
        .withRule(code("RESOURCE_DOES_NOT_EXIST", Category.NOT_FOUND, "check warehouse-id"))
        .withRule(code("REQUEST_LIMIT_EXCEEDED", Category.RATE_LIMITED, "it is tried again later"))
        .withRule(code("RESOURCE_EXHAUSTED", Category.RATE_LIMITED, "it is tried again later"))
        .withRule(code("TEMPORARILY_UNAVAILABLE", Category.TRANSIENT, "it is tried again"))
        .withRule(code("FEATURE_DISABLED", Category.UNSUPPORTED, "enable it in the workspace"));
  }

  /** A token that is none is answered by 403 where it is a personal one. */
  private static Optional<Verdict> invalidToken(Failure failure) {
    boolean said =
        failure.text("/message").filter(it -> it.contains("Invalid access token")).isPresent();
    return said && failure.head().status() == 403
        ? Optional.of(Verdict.of(Category.AUTH, "make a new token and set it"))
        : Optional.empty();
  }

  private static FailureRule code(String code, Category category, String remedy) {
    return FailureRule.code(code, category, remedy);
  }

  /** A statement that was not carried through. */
  static ConnectorException ofStatement(String code, String state, String message) {
    String said = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
    return ConnectorException.of(
        category(code, state),
        "a statement failed by " + code + " " + state + " (" + said + "): " + remedy(code, state));
  }

  /** Whether a statement failed because it names what this credential does not see. */
  static boolean isUnseen(ConnectorException failure) {
    return failure.category() == Category.PERMISSION || failure.category() == Category.UNSUPPORTED;
  }

  /** A table that a stream cannot do without and the credential does not see. */
  static ConnectorException unseen(String table) {
    return ConnectorException.of(
        Category.PERMISSION,
        "system."
            + table
            + " is not visible: enable the system schema and grant USE SCHEMA and SELECT on it");
  }

  private static Category category(String code, String state) {
    if (UNSEEN.contains(state)) {
      return state.equals("42501") ? Category.PERMISSION : Category.UNSUPPORTED;
    }
    return switch (code) {
      case "UNAUTHENTICATED" -> Category.AUTH;
      case "NOT_FOUND" -> Category.NOT_FOUND;
      case "RESOURCE_EXHAUSTED" -> Category.RATE_LIMITED;
      case "BAD_REQUEST", "ALREADY_EXISTS" -> Category.UNSUPPORTED;
      default -> Category.TRANSIENT;
    };
  }

  private static String remedy(String code, String state) {
    return switch (category(code, state)) {
      case PERMISSION -> "grant USE SCHEMA and SELECT on the system schema it names";
      case UNSUPPORTED -> "the account does not show what was asked for";
      case AUTH -> "correct the credential";
      case NOT_FOUND -> "check warehouse-id";
      default -> "it is tried again";
    };
  }
}
