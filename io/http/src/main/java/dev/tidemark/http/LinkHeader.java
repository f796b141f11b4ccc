// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.util.List;
import java.util.Optional;

/** The header Link holds the address of the next page. */
record LinkHeader() implements Paging {
  @Override
  public Call at(Call first, String place) {
    return place.isEmpty() ? first : first.at(place);
  }

  @Override
  public List<String> pointers() {
    return List.of();
  }

  @Override
  public Optional<String> next(String place, JsonAnswer page, int items) {
    return page.head().headers().allValues("Link").stream()
        .flatMap(header -> Links.next(header).stream())
        .findFirst()
        .map(link -> Links.place(page, link));
  }
}
