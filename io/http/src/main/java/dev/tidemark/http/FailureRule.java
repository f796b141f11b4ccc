// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.Category;
import java.util.Optional;

/**
 * Recognises one kind of failure in a vendor's dialect: such as a status 403 that means a spent
 * quota. A pure function.
 */
@FunctionalInterface
public interface FailureRule {
  /** What the failure is; empty if it is none of this kind. */
  Optional<Verdict> judge(Failure failure);

  /** A status that always means the same. */
  static FailureRule status(int status, Category category, String remedy) {
    return failure ->
        failure.head().status() == status
            ? Optional.of(Verdict.of(category, remedy))
            : Optional.empty();
  }

  /** An error code of the vendor's, wherever the dialect looks for codes, under any status. */
  static FailureRule code(String code, Category category, String remedy) {
    return failure ->
        failure.code().filter(code::equals).map(found -> Verdict.of(category, remedy));
  }

  /** An error code under one status. */
  static FailureRule code(int status, String code, Category category, String remedy) {
    return failure ->
        failure.head().status() == status
            ? code(code, category, remedy).judge(failure)
            : Optional.empty();
  }

  /** A status with a header that says when to come again. */
  static FailureRule reset(int status, String header, ResetForm form) {
    return failure ->
        failure.head().status() == status
            ? failure
                .head()
                .header(header)
                .flatMap(text -> form.instant(text, failure.head()))
                .map(Verdict::rateLimitedUntil)
            : Optional.empty();
  }
}
