// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.util.List;
import java.util.Optional;

/** The page holds a token that the next call sends in its query. */
record CursorToken(String pointer, String parameter) implements Paging {
  @Override
  public Call at(Call first, String place) {
    return place.isEmpty() ? first : first.query(parameter, place);
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
