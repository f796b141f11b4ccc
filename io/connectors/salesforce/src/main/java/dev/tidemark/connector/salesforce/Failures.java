// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.http.Dialect;
import dev.tidemark.http.FailureRule;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The vendor's errors: a list of objects with {@code errorCode} and {@code message}. */
final class Failures {
  private static final String GRANT = "give the integration user the permission set of the README";
  private static final String DEFECT = "this is a defect of the connector: please report it";
  private static final String LATER = "it is tried again";

  private static final Pattern COLUMN = Pattern.compile("No such column '([\\w.]+)'");

  private static final Dialect DIALECT =
      Dialect.standard()
          .named("Salesforce")
          .withCodeAt("/0/errorCode")
          .withMessageAt("/0/message")
          .withRule(
              FailureRule.code(
                  "REQUEST_LIMIT_EXCEEDED",
                  Category.RATE_LIMITED,
                  "the organisation's API requests of 24 hours are spent: raise the allocation or"
                      + " ask less often"))
          .withRule(rule("INVALID_SESSION_ID", Category.AUTH, "authorise the connection again"))
          .withRule(rule("INVALID_TYPE", Category.PERMISSION, GRANT))
          .withRule(rule("INVALID_FIELD", Category.PERMISSION, GRANT))
          .withRule(rule("INSUFFICIENT_ACCESS", Category.PERMISSION, GRANT))
          .withRule(rule("INSUFFICIENT_ACCESS_OR_READONLY", Category.PERMISSION, GRANT))
          .withRule(rule("FUNCTIONALITY_NOT_ENABLED", Category.PERMISSION, "enable the feature"))
          .withRule(rule("API_DISABLED_FOR_ORG", Category.PERMISSION, enable()))
          .withRule(rule("API_CURRENTLY_DISABLED", Category.PERMISSION, enable()))
          .withRule(rule("SERVER_UNAVAILABLE", Category.TRANSIENT, LATER))
          .withRule(rule("QUERY_TIMEOUT", Category.TRANSIENT, LATER))
          .withRule(rule("INVALID_QUERY_LOCATOR", Category.TRANSIENT, LATER))
          .withRule(rule("MALFORMED_QUERY", Category.INTERNAL, DEFECT))
          .withRule(rule("INVALID_QUERY_FILTER_OPERATOR", Category.INTERNAL, DEFECT));

  private Failures() {}

  static Dialect dialect() {
    return DIALECT;
  }

  /** The field a query was refused for, because there is none or it is hidden from the user. */
  static Optional<String> hiddenColumn(ConnectorException failure) {
    Matcher named = COLUMN.matcher(String.valueOf(failure.getMessage()));
    return failure.category() == Category.PERMISSION && named.find()
        ? Optional.of(named.group(1))
        : Optional.empty();
  }

  /** A permission without which the vendor would show less, and not say so. */
  static ConnectorException lacking(String permission, String what) {
    return ConnectorException.of(
        Category.PERMISSION,
        "the integration user lacks "
            + permission
            + ", so "
            + what
            + " would be incomplete: "
            + GRANT);
  }

  private static FailureRule rule(String code, Category category, String remedy) {
    return FailureRule.code(code, category, remedy);
  }

  private static String enable() {
    return "give the integration user API Enabled, in an edition that has the API";
  }
}
