// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import java.util.UUID;

/**
 * Answers {@code 304 Not Modified} to those who have the same already (RFC 9110, entity tags).
 *
 * @param handler gives the whole answer
 */
public record Conditional(Handler handler) implements Handler {
  @Override
  public Answer handle(Request request) {
    Answer whole = handler.handle(request);
    if (whole.status() != 200) {
      return whole;
    }
    String tag = "\"" + UUID.nameUUIDFromBytes(whole.body().array()) + "\"";
    boolean had = request.header("If-None-Match").filter(tag::equals).isPresent();
    return (had ? Answer.empty(304) : whole).with("ETag", tag);
  }
}
