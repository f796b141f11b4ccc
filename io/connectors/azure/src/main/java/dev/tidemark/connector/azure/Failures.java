// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.http.Dialect;
import dev.tidemark.http.Failure;
import dev.tidemark.http.FailureRule;
import dev.tidemark.http.Verdict;
import dev.tidemark.spi.Category;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The vendor's errors: an object {@code error} with {@code code} and {@code message}. */
final class Failures {
  private static final String GRANT =
      "assign the roles of the README to the app or identity, on the subscription";
  private static final String DEFECT = "this is a defect of the connector: please report it";

  /** Cost Management says how long to wait for each of its quotas apart. */
  private static final List<String> WAITS =
      List.of(
          "x-ms-ratelimit-microsoft.costmanagement-qpu-retry-after",
          "x-ms-ratelimit-microsoft.costmanagement-entity-retry-after",
          "x-ms-ratelimit-microsoft.costmanagement-tenant-retry-after",
          "x-ms-ratelimit-microsoft.costmanagement-client-retry-after",
          "Retry-After");

  private static final Dialect DIALECT =
      Dialect.standard()
          .named("Azure")
          .withCodeAt("/error/code")
          .withMessageAt("/error/message")
          .withRule(Failures::busy)
          .withRule(rule("AuthorizationFailed", Category.PERMISSION, GRANT))
          .withRule(rule("RBACAccessDenied", Category.PERMISSION, GRANT))
          .withRule(rule("IndirectCostDisabled", Category.PERMISSION, "let costs be viewed"))
          .withRule(
              rule("InvalidAuthenticationTokenTenant", Category.AUTH, "correct the tenant-id"))
          .withRule(rule("SubscriptionNotFound", Category.NOT_FOUND, "correct subscriptions"))
          .withRule(rule("DisallowedProvider", Category.UNSUPPORTED, "nothing can be done"))
          .withRule(
              rule(
                  "MissingSubscriptionRegistration",
                  Category.UNSUPPORTED,
                  "register the resource provider it names, where it is used"))
          .withRule(rule("InvalidApiVersionParameter", Category.INTERNAL, DEFECT))
          .withRule(rule("InvalidResourceType", Category.UNSUPPORTED, "this cloud has it not"))
          .withRule(rule("NoRegisteredProviderFound", Category.UNSUPPORTED, "not in this cloud"));

  private Failures() {}

  static Dialect dialect() {
    return DIALECT;
  }

  private static FailureRule rule(String code, Category category, String remedy) {
    return FailureRule.code(code, category, remedy);
  }

  /** Of several times to wait for, the longest counts. */
  private static Optional<Verdict> busy(Failure failure) {
    if (failure.head().status() != 429) {
      return Optional.empty();
    }
    return WAITS.stream()
        .flatMap(header -> failure.head().header(header).stream())
        .flatMap(text -> seconds(text, failure.head().at()).stream())
        .max(Comparator.naturalOrder())
        .map(Verdict::rateLimitedUntil);
  }

  /** A date is left to the rules of HTTP. */
  private static Optional<Instant> seconds(String text, Instant from) {
    return text.strip().matches("\\d{1,9}")
        ? Optional.of(from.plus(Duration.ofSeconds(Long.parseLong(text.strip()))))
        : Optional.empty();
  }
}
