// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.util.List;
import java.util.Optional;

/** The page holds the address of the next one, which brings its own parameters. */
record NextLink(String pointer) implements Paging {
  @Override
  public Call at(Call first, String place) {
    return place.isEmpty() ? first : first.at(place);
  }

  @Override
  public List<String> pointers() {
    return List.of(pointer);
  }

  @Override
  public Optional<String> next(String place, JsonAnswer page, int items) {
    return page.text(pointer).filter(link -> !link.isBlank()).map(link -> Links.place(page, link));
  }
}
