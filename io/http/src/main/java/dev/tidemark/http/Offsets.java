// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.util.List;
import java.util.Optional;

/**
 * Calls say how many records to pass over. Only a page without records is the end: a source may
 * return fewer than it was asked for.
 */
record Offsets(String parameter) implements Paging {
  @Override
  public Call at(Call first, String place) {
    return first.query(parameter, place.isEmpty() ? "0" : place);
  }

  @Override
  public List<String> pointers() {
    return List.of();
  }

  @Override
  public Optional<String> next(String place, JsonAnswer page, int items) {
    long passed = place.isEmpty() ? 0 : Long.parseLong(place);
    return items == 0 ? Optional.empty() : Optional.of(Long.toString(passed + items));
  }
}
