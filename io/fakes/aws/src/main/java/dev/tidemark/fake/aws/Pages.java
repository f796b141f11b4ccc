// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list in pages that are asked for by a token nobody can read.
 *
 * @param items of this page
 * @param next token of the next page; null after the last
 */
record Pages<T>(List<T> items, @Nullable String next) {
  static <T> Pages<T> of(List<T> all, int size, @Nullable String token) {
    int from = token == null || token.isEmpty() ? 0 : place(token);
    int to = Math.min(all.size(), from + size);
    return new Pages<>(
        from >= all.size() ? List.of() : all.subList(from, to), to < all.size() ? token(to) : null);
  }

  private static String token(int place) {
    byte[] text = ("page:" + place).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(text);
  }

  private static int place(String token) {
    try {
      String text = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
      return Integer.parseInt(text.substring("page:".length()));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException foreign) {
      throw new AwsError(400, "InvalidInputException", "Invalid pagination token");
    }
  }
}
