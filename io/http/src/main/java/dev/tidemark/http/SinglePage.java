// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.util.List;
import java.util.Optional;

/** There is one page only. */
record SinglePage() implements Paging {
  @Override
  public Call at(Call first, String place) {
    return first;
  }

  @Override
  public List<String> pointers() {
    return List.of();
  }

  @Override
  public Optional<String> next(String place, JsonAnswer page, int items) {
    return Optional.empty();
  }
}
