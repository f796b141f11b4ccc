// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.Category;
import java.time.Instant;
import java.util.Optional;

/** What status codes mean by themselves: RFC 9110, section 15, and RFC 6585. */
final class StatusRules {
  private StatusRules() {}

  static Verdict judge(Head head) {
    return timed(byStatus(head.status()), head);
  }

  /** With the instant the source asked to wait for, where waiting can heal. */
  static Verdict timed(Verdict verdict, Head head) {
    boolean heals = verdict.until() == null && Dialect.mayPass(verdict.category());
    return heals || head.status() == 403
        ? retryAfter(head).map(Verdict::rateLimitedUntil).orElse(verdict)
        : verdict;
  }

  private static Optional<Instant> retryAfter(Head head) {
    return head.header("Retry-After").flatMap(text -> ResetForm.RETRY_AFTER.instant(text, head));
  }

  private static Verdict byStatus(int status) {
    return switch (status) {
      case 401 -> Verdict.of(Category.AUTH, "correct the credential, or authorise it again");
      case 402 -> Verdict.of(Category.PERMISSION, "the account's plan does not cover it");
      case 403 -> Verdict.of(Category.PERMISSION, "grant the credential this permission");
      case 404, 410 -> Verdict.of(Category.NOT_FOUND, "check the address and the names in it");
      case 407 -> Verdict.of(Category.CONFIG, "the proxy asks for a credential");
      case 408, 425 -> Verdict.of(Category.TRANSIENT, "it is tried again");
      case 429 -> Verdict.rateLimited();
      case 501, 505 -> Verdict.of(Category.UNSUPPORTED, "the source cannot do this");
      default -> byClass(status);
    };
  }

  private static Verdict byClass(int status) {
    return switch (status / 100) {
      case 3 -> Verdict.of(Category.CONFIG, "correct the address: it has moved");
      case 4 -> Verdict.of(Category.CONFIG, "correct the settings: the request was not understood");
      case 5 -> Verdict.of(Category.TRANSIENT, "it is tried again");
      default -> Verdict.of(Category.DATA, "this is no answer HTTP knows");
    };
  }
}
