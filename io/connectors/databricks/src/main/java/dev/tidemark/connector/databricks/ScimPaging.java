// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.http.Call;
import dev.tidemark.http.JsonAnswer;
import dev.tidemark.http.Paging;
import java.util.List;
import java.util.Optional;

/**
 * Listings of SCIM 2.0: the call names the first entry, counted from 1; the answer, all there are.
 */
record ScimPaging() implements Paging {
  private static final String TOTAL = "/totalResults";

  @Override
  public Call at(Call first, String place) {
    return first.query("startIndex", place.isEmpty() ? "1" : place);
  }

  @Override
  public List<String> pointers() {
    return List.of(TOTAL);
  }

  @Override
  public Optional<String> next(String place, JsonAnswer page, int items) {
    long start = place.isEmpty() ? 1 : Long.parseLong(place);
    long next = start + items;
    long total = page.text(TOTAL).map(Long::parseLong).orElse(0L);
    return items > 0 && next <= total ? Optional.of(Long.toString(next)) : Optional.empty();
  }
}
