// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.PageTokens;
import dev.tidemark.testkit.fake.Request;
import dev.tidemark.testkit.fake.Slice;
import java.util.List;
import java.util.OptionalLong;

/** Pages of a listing, each with the address of the next. */
record Listing(PageTokens tokens, World world) {
  private static final String TOKEN = "$skiptoken";

  Answer page(List<ObjectNode> all, Request request) {
    String token = request.query(TOKEN).orElse("");
    OptionalLong offset =
        token.isEmpty() ? OptionalLong.of(0) : tokens.offset(request.path(), token);
    if (offset.isEmpty()) {
      return AzureError.of(400, "InvalidSkipToken", "The skip token is not valid.");
    }
    Slice<ObjectNode> slice = Slice.of(all.stream(), offset.getAsLong(), world.pageSize());
    ObjectNode answer = Made.object();
    answer.putArray("value").addAll(slice.items());
    if (slice.more()) {
      answer.put("nextLink", request.with(TOKEN, tokens.of(request.path(), slice.next())));
    }
    return Answer.json(answer).with("x-ms-ratelimit-remaining-subscription-reads", "11999");
  }
}
