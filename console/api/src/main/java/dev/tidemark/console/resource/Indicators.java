// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import dev.tidemark.console.access.Gate;
import dev.tidemark.console.web.Fault;
import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The indicators of the model that counts, as the organisation's card has them. */
final class Indicators {
  private Indicators() {}

  /** An indicator somebody names. */
  static String known(Call call, @Nullable String named) {
    NavigableSet<String> all = all(call);
    return Optional.ofNullable(named)
        .filter(all::contains)
        .orElseThrow(
            () -> {
              String detail =
                  all.isEmpty()
                      ? "cannot be known before the first score"
                      : "must be one of " + String.join(", ", all);
              Fault fault = new Fault("/indicator", detail);
              return new Problem(Kind.INVALID, "Nothing was changed.", List.of(fault)).thrown();
            });
  }

  /** The one that the path names; there is none before the first score. */
  static String ofPath(Call call) {
    String named = call.context().pathParam("indicator");
    if (!all(call).contains(named)) {
      throw Gate.missing("indicator");
    }
    return named;
  }

  private static NavigableSet<String> all(Call call) {
    NavigableSet<String> all = new TreeSet<>();
    call.administration()
        .scores()
        .card(call.organisation())
        .ifPresent(
            card ->
                Texts.parsed(card.json())
                    .path("evidence")
                    .forEach(it -> all.add(it.path("indicator").asText())));
    return all;
  }
}
