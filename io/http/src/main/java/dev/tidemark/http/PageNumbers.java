// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.util.List;
import java.util.Optional;

/**
 * Pages are numbered. Only a page without records is the end: a source may return fewer than it was
 * asked for.
 */
record PageNumbers(String parameter, int first) implements Paging {
  @Override
  public Call at(Call call, String place) {
    return call.query(parameter, place.isEmpty() ? Integer.toString(first) : place);
  }

  @Override
  public List<String> pointers() {
    return List.of();
  }

  @Override
  public Optional<String> next(String place, JsonAnswer page, int items) {
    long number = place.isEmpty() ? first : Long.parseLong(place);
    return items == 0 ? Optional.empty() : Optional.of(Long.toString(number + 1));
  }
}
