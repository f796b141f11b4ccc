// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Pages of an answer that are asked for by the token of the one before. */
final class Tokens {
  private Tokens() {}

  /** A question that may go on where another ended. */
  interface Question<P> {
    P ask(@Nullable String token);
  }

  /** How the next page is asked for; null after the last. */
  interface NextToken<P> {
    @Nullable String of(P page);
  }

  /** Hands over every page. */
  static <P> void each(Question<P> question, NextToken<P> next, Consumer<P> pages) {
    until(
        question,
        next,
        page -> {
          pages.accept(page);
          return false;
        });
  }

  /** Hands over pages until one is enough. */
  static <P> void until(Question<P> question, NextToken<P> next, Predicate<P> enough) {
    String token = null;
    do {
      P page = question.ask(token);
      String following = enough.test(page) ? null : next.of(page);
      if (following != null && following.equals(token)) {
        throw ConnectorException.of(
            Category.DATA, "the service repeats a page: its token does not move on");
      }
      token = following == null || following.isEmpty() ? null : following;
    } while (token != null);
  }
}
