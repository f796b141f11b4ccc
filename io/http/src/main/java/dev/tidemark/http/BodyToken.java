// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.util.List;
import java.util.Optional;

/** The page holds a token that the next call sends as a field of its JSON object. */
record BodyToken(String pointer, String field) implements Paging {
  @Override
  public Call at(Call first, String place) {
    if (place.isEmpty()) {
      return first;
    }
    String object = first.payload().map(payload -> payload.content().utf8()).orElse("{}");
    return first.sending(Payload.json(Json.with(object, field, place)));
  }

  @Override
  public List<String> pointers() {
    return List.of(pointer);
  }

  @Override
  public Optional<String> next(String place, JsonAnswer page, int items) {
    return page.text(pointer).filter(token -> !token.isEmpty());
  }
}
